package site

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

const identity = "identity"

// encodingSuffix is what a file's copy in an encoding has after its name.
var encodingSuffix = map[string]string{"br": ".br", "gzip": ".gz", identity: ""}

// preferredEncodings lists the content encodings that an Accept-Encoding header
// allows, best first, by RFC 9110 §12.5.3. Of equal weights the smaller encoding
// comes first. The plain file always ends the list, even where the header refuses
// it, because an answer that may not be understood is better than none.
func preferredEncodings(acceptEncoding string) []string {
	weights := encodingWeights(acceptEncoding)
	allowed := make([]string, 0, len(encodingSuffix))
	for _, encoding := range []string{"br", "gzip", identity} {
		if weights[encoding] > 0 {
			allowed = append(allowed, encoding)
		}
	}
	slices.SortStableFunc(allowed, func(a, b string) int { return cmp.Compare(weights[b], weights[a]) })
	if !slices.Contains(allowed, identity) {
		allowed = append(allowed, identity)
	}
	return allowed
}

// encodingWeights reads the weight, 0 (refused) to 1, of each encoding we can send.
// The plain file, where it is not named, is allowed but least wanted.
func encodingWeights(acceptEncoding string) map[string]float64 {
	const leastWeight = 0.0001 // below the least weight that a header can name, 0.001
	given := make(map[string]float64)
	for element := range strings.SplitSeq(acceptEncoding, ",") {
		coding, parameters, _ := strings.Cut(element, ";")
		coding = strings.ToLower(strings.TrimSpace(coding))
		if coding == "x-gzip" { // RFC 9110 §8.4.1.3
			coding = "gzip"
		}
		if coding != "" {
			given[coding] = quality(parameters)
		}
	}
	rest, hasRest := given["*"]
	weights := make(map[string]float64, len(encodingSuffix))
	for encoding := range encodingSuffix {
		weight, named := given[encoding]
		switch {
		case named:
			weights[encoding] = weight
		case encoding == identity && (!hasRest || rest > 0):
			weights[encoding] = leastWeight
		case hasRest:
			weights[encoding] = rest
		}
	}
	return weights
}

// quality reads the weight out of ";q=0.5"; one that is missing means 1, one that
// cannot be read means 0.
func quality(parameters string) float64 {
	for parameter := range strings.SplitSeq(parameters, ";") {
		name, value, _ := strings.Cut(parameter, "=")
		if !strings.EqualFold(strings.TrimSpace(name), "q") {
			continue
		}
		weight, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
		if err != nil || !(weight >= 0 && weight <= 1) {
			return 0
		}
		return weight
	}
	return 1
}
