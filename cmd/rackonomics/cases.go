package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"github.com/goccy/go-json"
	"github.com/parquet-go/parquet-go"

	"rackonomics/engine/calendar"
	"rackonomics/engine/estimate"
	"rackonomics/engine/model"
	"rackonomics/engine/result"
	"rackonomics/engine/scenario"
	"rackonomics/engine/study"
)

// A file of cases is Parquet with a row a case: the number of the case, the value
// of every uncertain input, and every measure, null where it has none. What it is
// of stands in its metadata under manifestKey.
const manifestKey = "rackonomics"

// blocksInGroup is how many blocks of cases a row group has: as much as is kept in
// memory before it is written.
const blocksInGroup = 512

// column is a column of a file of cases behind the first.
type column struct {
	name  string
	node  parquet.Node
	write func(number float64) parquet.Value // of a number that is there
}

// inOrder is a group whose columns stand as they were given, and not by their names.
type inOrder struct {
	parquet.Group
	fields []parquet.Field
}

func (g inOrder) Fields() []parquet.Field { return g.fields }

// checkCases refuses to keep cases of a question that is not of single ones.
func (q *question) checkCases() error {
	if len(q.ask.Rows) > 0 || q.ask.Kind != study.Cases {
		return usageError{errors.New("--format parquet: cases have inputs and measures; --row and --indices are not of single cases")}
	}
	return nil
}

// writeCases computes some blocks and writes a row for each of their cases.
func (r *run) writeCases(path string, q *question, blocks estimate.Range, about *manifest) error {
	metadata, err := json.Marshal(about)
	if err != nil {
		return err
	}
	columns := q.columns()
	return writeWhole(path, func(file *os.File) error {
		writer := parquet.NewGenericWriter[any](file, schemaOf(columns), parquet.Compression(&parquet.Zstd),
			parquet.CreatedBy("rackonomics", "1", about.Version), parquet.KeyValueMetadata(manifestKey, string(metadata)))
		for from := blocks.From; from < blocks.To; from += blocksInGroup {
			rows, err := r.caseRows(q, estimate.Range{From: from, To: min(from+blocksInGroup, blocks.To)}, columns)
			if err != nil {
				return err
			}
			if _, err := writer.WriteRows(rows); err != nil {
				return err
			}
			if err := writer.Flush(); err != nil {
				return err
			}
		}
		return writer.Close()
	})
}

func schemaOf(columns []column) *parquet.Schema {
	group := parquet.Group{"case": parquet.Int(64)}
	order := []string{"case"}
	for _, c := range columns {
		group[c.name] = parquet.Optional(c.node)
		order = append(order, c.name)
	}
	byName := map[string]parquet.Field{}
	for _, field := range group.Fields() {
		byName[field.Name()] = field
	}
	ordered := inOrder{Group: group}
	for _, name := range order {
		ordered.fields = append(ordered.fields, byName[name])
	}
	return parquet.NewSchema("cases", ordered)
}

// caseRows are the rows of some blocks, in the order of cases.
func (r *run) caseRows(q *question, blocks estimate.Range, columns []column) ([]parquet.Row, error) {
	rows := make([]parquet.Row, casesIn(q.work(), blocks))
	err := r.compute(q, blocks, func(_ int, work *study.Work) (func(int, []float64) error, error) {
		return func(block int, numbers []float64) error {
			lanes, inputs := work.Lanes(block), work.Inputs(block)
			for lane := range lanes {
				row := make(parquet.Row, 0, 1+len(columns))
				row = append(row, parquet.Int64Value(int64(block)*study.BlockLanes+int64(lane)).Level(0, 0, 0))
				for i := range columns {
					number := 0.0
					if i < len(inputs) {
						number = inputs[i][lane]
					} else {
						number = numbers[(i-len(inputs))*lanes+lane]
					}
					row = append(row, columns[i].value(number, 1+i))
				}
				rows[(block-blocks.From)*study.BlockLanes+lane] = row
			}
			return nil
		}, nil
	})
	return rows, err
}

// value is null for what is no number.
func (c *column) value(number float64, index int) parquet.Value {
	if number-number != 0 {
		return parquet.NullValue().Level(0, 0, index)
	}
	return c.write(number).Level(0, 1, index)
}

// columns are those of the question's inputs and then of its measures.
func (q *question) columns() (columns []column) {
	for i := range q.work().Variables() {
		columns = append(columns, q.inputColumn(&q.work().Variables()[i]))
	}
	for _, head := range q.work().Heads() {
		columns = append(columns, q.measureColumn(head))
	}
	return columns
}

var (
	double = parquet.Leaf(parquet.DoubleType)
	number = func(x float64) parquet.Value { return parquet.DoubleValue(x) }
)

func (q *question) inputColumn(v *study.Variable) column {
	switch {
	case v.Times:
		return column{v.Path + " (factor)", double, number}
	case v.Input.Kind == scenario.Month:
		return column{v.Path, parquet.Date(), func(x float64) parquet.Value { return dateOf(calendar.First.Add(int(x)).FirstDay()) }}
	case v.Input.Kind == scenario.Day:
		return column{v.Path, parquet.Date(), func(x float64) parquet.Value { return dateOf(int(x)) }}
	case v.Input.Kind == scenario.Switch:
		return column{v.Path, parquet.Leaf(parquet.BooleanType), func(x float64) parquet.Value { return parquet.BooleanValue(x != 0) }}
	case v.Input.Kind == scenario.Choice:
		return column{v.Path, parquet.String(), func(x float64) parquet.Value {
			return parquet.ByteArrayValue([]byte(v.Input.Options[int(x)].Name))
		}}
	}
	return column{v.Path, double, number}
}

func (q *question) measureColumn(head *result.Head) column {
	start := q.document.Start
	switch head.Kind {
	case model.KindMonth:
		return column{head.Name, parquet.Date(), func(x float64) parquet.Value { return dateOf(start.Add(int(x)).FirstDay()) }}
	case model.KindDay:
		return column{head.Name, parquet.Date(), func(x float64) parquet.Value { return dateOf(start.FirstDay() + int(x)) }}
	}
	return column{head.Name, double, number}
}

// dateOf is a day counted from the first of [calendar.First] as Parquet counts it,
// from 1 January 1970.
func dateOf(day int) parquet.Value { return parquet.Int32Value(int32(firstDate + day)) }

var firstDate = int(time.Date(calendar.First.Year, time.Month(calendar.First.Month), 1, 0, 0, 0, 0, time.UTC).Unix() / (24 * 60 * 60))

// readCases reads what a file of cases is of, if it is whole.
func readCases(path string) (*manifest, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	size, err := file.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	opened, err := parquet.OpenFile(file, size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, damaged("%s: it is not whole: %v", path, err)
	}
	text, ok := opened.Lookup(manifestKey)
	if !ok {
		return nil, fmt.Errorf("%s: it is no file of cases: its metadata lack %q", path, manifestKey)
	}
	var about manifest
	if err := json.Unmarshal([]byte(text), &about); err != nil {
		return nil, fmt.Errorf("%s: its manifest cannot be read: %w", path, err)
	}
	return &about, nil
}
