package distribution

import (
	"math"
	"strings"
	"testing"
)

func TestCheck(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for name, test := range map[string]struct {
		distribution Distribution
		want         string // what the error must mention, "" for none
	}{
		"uniform":                {Distribution{Form: Uniform, Low: -1, High: 2}, ""},
		"triangular":             {Distribution{Form: Triangular, Low: 1, High: 2, Mode: 2}, ""},
		"pert":                   {Distribution{Form: PERT, Low: 1, High: 2, Mode: 1}, ""},
		"normal":                 {Distribution{Form: Normal, Low: -1, High: 2}, ""},
		"log-normal":             {Distribution{Form: LogNormal, Low: 1, High: 2}, ""},
		"discrete":               {Distribution{Form: Discrete, Points: []Point{{1, 0}, {1, 2}}}, ""},
		"hazard":                 {Distribution{Form: Hazard, Low: 436, Rate: 0.1}, ""},
		"no form":                {Distribution{Low: 1, High: 2}, `"" is no form of distribution: there are ["uniform"`},
		"unknown form":           {Distribution{Form: "beta", Low: 1, High: 2}, `"beta"`},
		"ends reversed":          {Distribution{Form: Uniform, Low: 3, High: 2}, "lower end 3 must lie below the upper end 2"},
		"ends equal":             {Distribution{Form: Normal, Low: 3, High: 3}, "lower end 3"},
		"infinite end":           {Distribution{Form: Normal, Low: 3, High: inf}, "finite"},
		"end too large":          {Distribution{Form: Uniform, Low: -1.7e308, High: 1}, "finite"},
		"no number":              {Distribution{Form: PERT, Low: nan, High: 2}, "finite"},
		"mode below":             {Distribution{Form: PERT, Low: 1, High: 2, Mode: 0.5}, "most likely value 0.5 must lie from 1 to 2"},
		"mode no number":         {Distribution{Form: Triangular, Low: 1, High: 2, Mode: nan}, "most likely"},
		"log-normal from zero":   {Distribution{Form: LogNormal, Low: 0, High: 2}, "above zero"},
		"log-normal reversed":    {Distribution{Form: LogNormal, Low: 3, High: 2}, "lower end 3"},
		"no points":              {Distribution{Form: Discrete}, "0 values"},
		"no weight":              {Distribution{Form: Discrete, Points: []Point{{1, 0}}}, "more than zero"},
		"negative weight":        {Distribution{Form: Discrete, Points: []Point{{1, 2}, {4, -1}}}, "weight of 4"},
		"weights overflow":       {Distribution{Form: Discrete, Points: []Point{{1, 1e308}, {4, 1e308}}}, "+Inf"},
		"infinite value":         {Distribution{Form: Discrete, Points: []Point{{inf, 2}}}, "finite"},
		"hazard of nothing":      {Distribution{Form: Hazard, Low: 1}, "between 0 and 1 and is 0"},
		"hazard of certainty":    {Distribution{Form: Hazard, Low: 1, Rate: 1}, "is 1"},
		"hazard within a month":  {Distribution{Form: Hazard, Low: 1.5, Rate: 0.1}, "whole one and is 1.5"},
		"hazard from no number":  {Distribution{Form: Hazard, Low: nan, Rate: 0.1}, "whole"},
		"hazard's chance absent": {Distribution{Form: Hazard, Low: 1, Rate: nan}, "NaN"},
	} {
		t.Run(name, func(t *testing.T) {
			err := test.distribution.Check()
			if test.want == "" && err != nil || test.want != "" && (err == nil || !strings.Contains(err.Error(), test.want)) {
				t.Errorf("error %v, want one with %q", err, test.want)
			}
			if _, within := test.distribution.Within(-1000, 1000, false); (within == nil) != (err == nil) {
				t.Errorf("Within says %v, Check %v", within, err)
			}
		})
	}
}

func TestFromRange(t *testing.T) {
	inf := math.Inf(1)
	for name, test := range map[string]struct {
		low, high, least, most float64
		want                   Form
	}{
		"25 to 35":                        {25, 35, 0, inf, Normal},
		"1.0 to 1.5 B$":                   {1e9, 1.5e9, 0, inf, LogNormal},
		"wide":                            {2, 20, 0, 1000, LogNormal},
		"up to the most that it can be":   {0.4, 1, 0, 1, Normal},
		"from zero":                       {0, 20, 0, 1000, Normal},
		"around zero":                     {-1, 20, -10, 1000, Normal},
		"of what may be negative":         {0.02, 0.05, -0.5, 1, Normal},
		"of what is at least one already": {1.02, 5, 1, 10, LogNormal},
	} {
		if got := FromRange(test.low, test.high, test.least, test.most); got.Form != test.want || got.Low != test.low || got.High != test.high || got.Check() != nil {
			t.Errorf("%s: %+v, want form %s", name, got, test.want)
		}
	}
}

func TestFromPoints(t *testing.T) {
	points := []Point{{3, 1}, {1, 2}}
	d := FromPoints(points)
	if d.Form != Discrete || len(d.Points) != 2 || d.Check() != nil {
		t.Errorf("%+v", d)
	}
}
