package scenario_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/model"
)

func TestEncodeThenDecodeIsTheSame(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := randomDocument(t)
		d, err := model.Scenario.Decode(text)
		if err != nil {
			t.Fatalf("%v\nin %s", err, text)
		}
		written := d.Encode()
		again, err := model.Scenario.Decode(written)
		if err != nil {
			t.Fatalf("%v\nin %s", err, written)
		}
		if !reflect.DeepEqual(d, again) {
			t.Fatalf("%s\nis written as\n%s", text, written)
		}
		if !bytes.Equal(written, again.Encode()) {
			t.Fatalf("writing it again gives another text:\n%s", written)
		}
		// Another layout: without white space, members in the order of their names.
		var plain any
		if err := json.Unmarshal(written, &plain); err != nil {
			t.Fatal(err)
		}
		shuffled, err := model.Scenario.Decode(mustJSON(plain))
		if err != nil || shuffled.Hash() != d.Hash() || again.Hash() != d.Hash() {
			t.Fatalf("the hash depends on the layout: %v", err)
		}
	})
}

func TestHashTellsContentApart(t *testing.T) {
	texts := []string{
		document(), document(`"title":"a"`), document(`"title":"b"`), document(`"about":"a"`), document(`"seed":1`), document(aSite), document(`"site":[{"name":"austin"}]`),
		document(`"site":[{"name":"memphis","title":"a"}]`), document(`"site":[{"name":"memphis","note":"a"}]`),
		document(`"site":[{"name":"memphis","load":0.85}]`), document(`"site":[{"name":"memphis","load":0.86}]`), document(`"site":[{"name":"memphis","load":{"value":0.85,"note":"a"}}]`),
		document(`"site":[{"name":"memphis","load":{"value":0.85,"sources":[]}}]`), document(`"site":[{"name":"memphis"},{"name":"austin"}]`), document(`"site":[{"name":"austin"},{"name":"memphis"}]`),
		document(`"rows":[{"name":"site.x","unit":"1","formula":"1"}]`), document(`"rows":[{"name":"site.x","unit":"1","formula":"2"}]`),
	}
	hashes := map[string]string{}
	for _, text := range texts {
		hash := decode(t, text).Hash()
		if other, known := hashes[hash]; known {
			t.Errorf("%s and %s have the same hash", text, other)
		}
		hashes[hash] = text
		if len(hash) != 16 || strings.Trim(hash, "0123456789abcdef") != "" {
			t.Errorf("%q is not 16 hex digits", hash)
		}
	}
	for _, same := range []string{
		"\n" + strings.ReplaceAll(document(aSite), ",", " ,\n") + "\n",
		`{"site":[{"name":"memphis"}],"months":12.0,"start":"2026-05","name":"try","version":1}`,
		document(aSite, `"title":""`, `"seed":0`, `"rows":[]`, `"lease":[]`, `"operator":{}`),
		strings.Replace(document(aSite), "memphis", `mem\u0070his`, 1),
	} {
		if decode(t, same).Hash() != decode(t, document(aSite)).Hash() {
			t.Errorf("%s has another hash for its layout", same)
		}
	}
	if a, b := decode(t, lease(`"escalator":-0.0`)), decode(t, lease(`"escalator":0`)); a.Hash() != b.Hash() {
		t.Error("minus zero has a hash of its own")
	}
}

func TestEncodeIsReadable(t *testing.T) {
	got := string(decode(t, lease(`"fee":{"value":{"steps":[{"from":"2026-05","value":6.25e8}],"between":"step"},"note":"half"}`, `"share":1e-7`)).Encode())
	want := `{
  "version": 1,
  "name": "try",
  "start": "2026-05",
  "months": 12,
  "site": [
    {
      "name": "memphis"
    }
  ],
  "lease": [
    {
      "name": "tenant",
      "site": "memphis",
      "share": 1e-07,
      "fee": {
        "value": {
          "steps": [
            {
              "from": "2026-05",
              "value": 625000000
            }
          ]
        },
        "note": "half"
      }
    }
  ]
}
`
	if got != want {
		t.Errorf("written as\n%s\nwant\n%s", got, want)
	}
}

// Members stand in the order of their declarations, however they were given.
func TestEncodeOrders(t *testing.T) {
	text := string(decode(t, lease(`"take_or_pay":0.5`, `"notice":30`, `"basis":"gpus"`, `"title":"T"`)).Encode())
	var places []int
	for _, key := range []string{`"title"`, `"basis"`, `"notice"`, `"take_or_pay"`} {
		places = append(places, strings.Index(text, key))
	}
	if !slices.IsSorted(places) || places[0] < 0 {
		t.Errorf("the members stand at %v in\n%s", places, text)
	}
}
