package link

import (
	"bytes"
	"compress/flate"
	_ "embed"
	"io"
)

// dictionary is the text that version 1 deflates against, rare things first: the
// shipped scenarios as they were, for documents that are kin to them; the paths
// of inputs; and what almost every link has (tools/linkdictionary made it). It is
// frozen: with another dictionary no link of version 1 could be read. A better
// one needs a new version.
//
//go:embed dictionary_1.txt
var dictionary []byte

func deflate(text []byte) []byte {
	var out bytes.Buffer
	writer, err := flate.NewWriterDict(&out, flate.BestCompression, dictionary)
	if err == nil {
		_, err = writer.Write(text)
	}
	if err == nil {
		err = writer.Close()
	}
	if err != nil {
		panic(err) // the level is valid and memory takes every write
	}
	return out.Bytes()
}

// inflate gives the text as far as it can be read; whole reports whether that
// is all of it, and that it is no longer than allowed.
func inflate(data []byte) (text []byte, whole bool) {
	reader := flate.NewReaderDict(bytes.NewReader(data), dictionary)
	text, err := io.ReadAll(io.LimitReader(reader, largestText+1))
	if len(text) > largestText {
		return text[:largestText], false
	}
	return text, err == nil
}
