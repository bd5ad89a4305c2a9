package scenario_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/scenario"
)

func TestEncodeThenDecodeIsTheSame(t *testing.T) {
	checkBoth(t, func(t *rapid.T, schema *scenario.Schema) {
		text := randomDocument(t, schema)
		d, err := schema.Decode(text)
		if err != nil {
			t.Fatalf("%v\nin %s", err, text)
		}
		written := d.Encode()
		again, err := schema.Decode(written)
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
		shuffled, err := schema.Decode(mustJSON(plain))
		if err != nil || shuffled.Hash() != d.Hash() || again.Hash() != d.Hash() {
			t.Fatalf("the hash depends on the layout: %v", err)
		}
	})
}

func TestHashTellsContentApart(t *testing.T) {
	texts := []string{
		document(), document(`"title":"a"`), document(`"title":"b"`), document(`"about":"a"`), document(`"seed":1`), document(aBakery), document(`"bakery":[{"name":"austin"}]`),
		document(`"bakery":[{"name":"memphis","title":"a"}]`), document(`"bakery":[{"name":"memphis","note":"a"}]`),
		document(`"bakery":[{"name":"memphis","load":0.85}]`), document(`"bakery":[{"name":"memphis","load":0.86}]`), document(`"bakery":[{"name":"memphis","load":{"value":0.85,"note":"a"}}]`),
		document(`"bakery":[{"name":"memphis","load":{"value":0.85,"sources":[]}}]`), document(`"bakery":[{"name":"memphis"},{"name":"austin"}]`), document(`"bakery":[{"name":"austin"},{"name":"memphis"}]`),
		document(`"rows":[{"name":"bakery.x","unit":"1","formula":"1"}]`), document(`"rows":[{"name":"bakery.x","unit":"1","formula":"2"}]`),
		study(`"measure":"chain.profit"`), study(`"measure":"order.tips@hotel"`), study(`"paths":2`), study(share), study(shareAnd(`"times":true`)), study(shareAnd(`"note":"a"`)), study(shareAnd(`"sources":[]`)),
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
		"\n" + strings.ReplaceAll(document(aBakery), ",", " ,\n") + "\n",
		`{"bakery":[{"name":"memphis"}],"months":12.0,"start":"2026-05","name":"try","version":1}`,
		document(aBakery, `"title":""`, `"seed":0`, `"rows":[]`, `"order":[]`, `"chain":{}`, `"study":{}`),
		document(aBakery, `"study":{"uncertain":[],"correlations":[],"measure":""}`),
		strings.Replace(document(aBakery), "memphis", `mem\u0070his`, 1),
	} {
		if decode(t, same).Hash() != decode(t, document(aBakery)).Hash() {
			t.Errorf("%s has another hash for its layout", same)
		}
	}
	if a, b := decode(t, order(`"escalator":-0.0`)), decode(t, order(`"escalator":0`)); a.Hash() != b.Hash() {
		t.Error("minus zero has a hash of its own")
	}
}

func TestEncodeIsReadable(t *testing.T) {
	got := string(decode(t, order(`"fee":{"value":{"steps":[{"from":"2026-05","value":6.25e8}],"between":"step"},"note":"half"}`, `"share":1e-7`)).Encode())
	want := `{
  "version": 1,
  "name": "try",
  "start": "2026-05",
  "months": 12,
  "bakery": [
    {
      "name": "memphis"
    }
  ],
  "order": [
    {
      "name": "hotel",
      "bakery": "memphis",
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
	text := string(decode(t, order(`"take_or_pay":0.5`, `"notice":30`, `"basis":"loaves"`, `"title":"T"`)).Encode())
	var places []int
	for _, key := range []string{`"title"`, `"basis"`, `"notice"`, `"take_or_pay"`} {
		places = append(places, strings.Index(text, key))
	}
	if !slices.IsSorted(places) || places[0] < 0 {
		t.Errorf("the members stand at %v in\n%s", places, text)
	}
}
