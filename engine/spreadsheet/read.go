package spreadsheet

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Bounds of what is read. A part is measured as it unpacks, whatever the archive
// says of its size.
const (
	longestText = 32767    // bytes of a cell, as many as a spreadsheet allows characters
	LargestFile = 64 << 20 // bytes of the archive
	largestPart = 32 << 20 // bytes of a part, unpacked
	mostParts   = 4096
	mostCells   = 200_000 // of a sheet
	mostTexts   = 400_000
)

// Grid is the values of a sheet by the names of its cells, such as C5.
type Grid map[string]Value

// Read reads the values of some sheets of a workbook, of formulas those that were
// computed last. A sheet that the book lacks is not in the result. The error says
// what of the file is damaged or too large.
func Read(data []byte, sheets ...string) (map[string]Grid, error) {
	r, err := open(data)
	if err != nil {
		return nil, err
	}
	return r.sheets(sheets)
}

// Sheets lists the names of a workbook's sheets.
func Sheets(data []byte) ([]string, error) {
	r, err := open(data)
	if err != nil {
		return nil, err
	}
	found, err := r.listed()
	return slices.Sorted(maps.Keys(found)), err
}

func open(data []byte) (*reader, error) {
	if len(data) > LargestFile {
		return nil, fmt.Errorf("the file has %d bytes; at most %d are read", len(data), LargestFile)
	}
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("it is no workbook (.xlsx), which is a ZIP archive")
	}
	if len(archive.File) > mostParts {
		return nil, fmt.Errorf("the workbook has %d parts; at most %d are read", len(archive.File), mostParts)
	}
	r := &reader{parts: map[string]*zip.File{}}
	for _, file := range archive.File {
		r.parts[strings.TrimPrefix(file.Name, "/")] = file
	}
	return r, nil
}

type reader struct {
	parts map[string]*zip.File
	texts []string // that cells share
}

func (r *reader) sheets(wanted []string) (map[string]Grid, error) {
	targets, texts, err := r.targets()
	if err != nil {
		return nil, err
	}
	found, err := r.listed()
	if err != nil {
		return nil, err
	}
	if texts != "" {
		if r.texts, err = r.shared(texts); err != nil {
			return nil, err
		}
	}
	grids := map[string]Grid{}
	for _, name := range wanted {
		id, there := found[name]
		if !there {
			continue
		}
		if grids[name], err = r.grid(targets[id]); err != nil {
			return nil, fmt.Errorf("sheet %s: %w", name, err)
		}
	}
	return grids, nil
}

// each unpacks a part and gives its tokens one after the other.
func (r *reader) each(part string, token func(decoder *xml.Decoder, token xml.Token) error) error {
	file := r.parts[part]
	if file == nil {
		return fmt.Errorf("the workbook lacks its part %s", part)
	}
	opened, err := file.Open()
	if err != nil {
		return fmt.Errorf("%s cannot be unpacked: %w", part, err)
	}
	defer opened.Close()
	limited := &io.LimitedReader{R: opened, N: largestPart + 1}
	decoder := xml.NewDecoder(limited)
	for {
		next, err := decoder.RawToken()
		switch {
		case limited.N <= 0:
			return fmt.Errorf("%s unpacks to more than %d bytes, which is the most that is read", part, largestPart)
		case err == io.EOF:
			return nil
		case err != nil:
			return fmt.Errorf("%s is damaged: %w", part, err)
		}
		if err := token(decoder, next); err != nil {
			return err
		}
	}
}

func attribute(element xml.StartElement, name string) string {
	for _, each := range element.Attr {
		if each.Name.Local == name {
			return each.Value
		}
	}
	return ""
}

// targets finds the parts that relations of the book lead to, and among them
// that of the shared texts.
func (r *reader) targets() (byID map[string]string, texts string, err error) {
	byID = map[string]string{}
	err = r.each("xl/_rels/workbook.xml.rels", func(_ *xml.Decoder, token xml.Token) error {
		if element, ok := token.(xml.StartElement); ok && element.Name.Local == "Relationship" {
			target := attribute(element, "Target")
			if !strings.HasPrefix(target, "/") {
				target = path.Join("xl", target)
			}
			target = strings.TrimPrefix(target, "/")
			byID[attribute(element, "Id")] = target
			if strings.HasSuffix(attribute(element, "Type"), "/sharedStrings") {
				texts = target
			}
		}
		return nil
	})
	return byID, texts, err
}

// listed finds the sheets of the book: the relation of each by its name.
func (r *reader) listed() (map[string]string, error) {
	found := map[string]string{}
	err := r.each("xl/workbook.xml", func(_ *xml.Decoder, token xml.Token) error {
		if element, ok := token.(xml.StartElement); ok && element.Name.Local == "sheet" {
			found[attribute(element, "name")] = attribute(element, "id")
		}
		return nil
	})
	return found, err
}

func (r *reader) shared(part string) (texts []string, err error) {
	text, within, spoken := "", 0, 0 // spoken: how a text is pronounced, which is no part of it
	err = r.each(part, func(_ *xml.Decoder, token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "si":
				text = ""
			case "t":
				within++
			case "rPh":
				spoken++
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "si":
				if texts = append(texts, text); len(texts) > mostTexts {
					return fmt.Errorf("the workbook has more than %d texts, which is the most that is read", mostTexts)
				}
			case "t":
				within--
			case "rPh":
				spoken--
			}
		case xml.CharData:
			if within > 0 && spoken == 0 {
				return add(&text, token)
			}
		}
		return nil
	})
	return texts, err
}

func (r *reader) grid(part string) (Grid, error) {
	grid, place, kind, text, within := Grid{}, "", "", "", 0
	err := r.each(part, func(_ *xml.Decoder, token xml.Token) error {
		switch token := token.(type) {
		case xml.StartElement:
			switch token.Name.Local {
			case "c":
				place, kind, text = attribute(token, "r"), attribute(token, "t"), ""
			case "v", "t":
				within++
			}
		case xml.EndElement:
			switch token.Name.Local {
			case "c":
				return r.put(grid, place, kind, text)
			case "v", "t":
				within--
			}
		case xml.CharData:
			if within > 0 {
				return add(&text, token)
			}
		}
		return nil
	})
	return grid, err
}

// add appends to a text that is no longer than a cell can hold.
func add(text *string, more []byte) error {
	if len(*text)+len(more) > longestText {
		return fmt.Errorf("a text of more than %d bytes, which is the most that a cell holds", longestText)
	}
	*text += string(more)
	return nil
}

func (r *reader) put(grid Grid, place, kind, text string) error {
	if len(grid) >= mostCells {
		return fmt.Errorf("it has more than %d cells, which is the most that is read", mostCells)
	}
	value := Value{Kind: Text, Text: text}
	switch kind {
	case "s":
		index, err := strconv.Atoi(text)
		if err != nil || index < 0 || index >= len(r.texts) {
			return fmt.Errorf("%s has the shared text %q, and there are %d", place, text, len(r.texts))
		}
		value.Text = r.texts[index]
	case "b":
		value = TruthValue(text == "1")
	case "e":
		value.Kind = Mistake
	case "", "n":
		if text == "" {
			return nil
		}
		number, err := strconv.ParseFloat(text, 64)
		if err != nil {
			return fmt.Errorf("%s has %q, which is no number", place, text)
		}
		value = NumberValue(number)
	}
	if value.Kind != Text || value.Text != "" {
		grid[place] = value
	}
	return nil
}
