package language_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rackonomics/engine/compile"
	"rackonomics/engine/language"
	"rackonomics/engine/machine"
	"rackonomics/engine/program"
)

// January to April 2028 have 31, 29, 31 and 30 days.
var languageTests = map[string]struct {
	rows []string
	cell string
	want []float64 // by month; the last one also of the months after it
}{
	"number":                        {[]string{"company.x 1 = 2.5e3"}, "company.x@acme", []float64{2500}},
	"number with underscores":       {[]string{"company.x 1 = 1_000.25"}, "company.x@acme", []float64{1000.25}},
	"number with a unit":            {[]string{"company.x USD = USD(5) + USD(-2)"}, "company.x@acme", []float64{3}},
	"number with a derived unit":    {[]string{"company.x MW*h = MWh(3)"}, "company.x@acme", []float64{3}},
	"zero fits every unit":          {[]string{"company.x USD = 0"}, "company.x@acme", []float64{0}},
	"minus zero fits every unit":    {[]string{"company.x USD = max(-0, USD(-4))"}, "company.x@acme", []float64{0}},
	"precedence":                    {[]string{"company.x 1 = 2 + 3 * 4 - 8 / 2"}, "company.x@acme", []float64{10}},
	"from the left":                 {[]string{"company.x 1 = 100 / 10 / 2 - 3 - 4"}, "company.x@acme", []float64{-2}},
	"brackets":                      {[]string{"company.x 1 = (2 + 3) * (4 - 8) / 2"}, "company.x@acme", []float64{-10}},
	"signs":                         {[]string{"company.x 1 = 5 - -3"}, "company.x@acme", []float64{8}},
	"units multiply":                {[]string{"line.x USD = units * plant.price"}, "line.x@s1", []float64{90}},
	"units divide":                  {[]string{"company.x 1/month = budget / USD(10)"}, "company.x@acme", []float64{1, 2, 3, 4}},
	"conversion is written":         {[]string{"plant.x kW = power * kW(1000) / MW(1)"}, "plant.x@north", []float64{7000}},
	"input that changes":            {[]string{"company.x USD = budget * months"}, "company.x@acme", []float64{10, 20, 30, 40}},
	"row of a row":                  {[]string{"company.x 1 = y + 1", "company.y 1 = 2"}, "company.x@acme", []float64{3}},
	"row of the plant":              {[]string{"line.x USD = plant.y", "plant.y USD = USD(4)"}, "line.x@s1", []float64{4}},
	"the plant is its own":          {[]string{"line.x USD/unit = plant.price"}, "line.x@s1", []float64{3}},
	"input two levels up":           {[]string{"line.x 1 = company.rate * 3"}, "line.x@n2", []float64{1.5}},
	"the company seen from outside": {[]string{"fund.x USD = size * company.rate"}, "fund.x@f2", []float64{100}},
	"own scope by its name":         {[]string{"plant.x MW = plant.power"}, "plant.x@north", []float64{7}},

	"less":              {[]string{"company.x bool = rate < 0.5"}, "company.x@acme", []float64{0}},
	"less or equal":     {[]string{"company.x bool = rate <= 0.5"}, "company.x@acme", []float64{1}},
	"greater":           {[]string{"company.x bool = 0.6 > rate"}, "company.x@acme", []float64{1}},
	"greater or equal":  {[]string{"company.x bool = rate >= 0.6"}, "company.x@acme", []float64{0}},
	"equal":             {[]string{"company.x bool = rate == 0.5"}, "company.x@acme", []float64{1}},
	"not equal":         {[]string{"company.x bool = rate != 0.5"}, "company.x@acme", []float64{0}},
	"and":               {[]string{"plant.x bool = open && power > 0"}, "plant.x@north", []float64{1}},
	"and of a false":    {[]string{"plant.x bool = open && power > 0"}, "plant.x@south", []float64{0}},
	"or":                {[]string{"plant.x bool = open || power == 0"}, "plant.x@south", []float64{1}},
	"not":               {[]string{"plant.x bool = !open"}, "plant.x@south", []float64{1}},
	"true and false":    {[]string{"company.x bool = true && !false"}, "company.x@acme", []float64{1}},
	"two conditions":    {[]string{"plant.x bool = open == (power > 0)"}, "plant.x@south", []float64{1}},
	"and before or":     {[]string{"company.x bool = true || true && false"}, "company.x@acme", []float64{1}},
	"choice":            {[]string{"plant.x bool = mode == mode.flow"}, "plant.x@south", []float64{1}},
	"other choice":      {[]string{"plant.x bool = mode != mode.flow"}, "plant.x@south", []float64{0}},
	"choice from below": {[]string{"line.x bool = plant.mode == plant.mode.batch"}, "line.x@n1", []float64{1}},
	"choice in a sum":   {[]string{"company.x 1 = sum(when(plant.mode == plant.mode.flow, 1, 0))"}, "company.x@acme", []float64{1}},

	"min of several":    {[]string{"company.x 1 = min(4, 2, 3, 5)"}, "company.x@acme", []float64{2}},
	"max with zero":     {[]string{"company.x USD = max(0, USD(2), USD(1))"}, "company.x@acme", []float64{2}},
	"clamp below":       {[]string{"company.x 1 = clamp(-3, 0, 1)"}, "company.x@acme", []float64{0}},
	"clamp above":       {[]string{"company.x 1 = clamp(3, 0, 1)"}, "company.x@acme", []float64{1}},
	"clamp within":      {[]string{"company.x 1 = clamp(0.25, 0, 1)"}, "company.x@acme", []float64{0.25}},
	"clamp, bounds mad": {[]string{"company.x 1 = clamp(5, 3, 1)"}, "company.x@acme", []float64{1}}, // the upper bound wins
	"abs":               {[]string{"company.x USD = abs(USD(-3))"}, "company.x@acme", []float64{3}},
	"floor":             {[]string{"company.x 1 = floor(-1.5)"}, "company.x@acme", []float64{-2}},
	"ceil":              {[]string{"company.x 1 = ceil(-1.5)"}, "company.x@acme", []float64{-1}},
	"exchange day":      {[]string{"company.x day = exchange_day(day(31) + day(29) + day(31) + day(13))"}, "company.x@acme", []float64{31 + 29 + 31 + 16}}, // from Good Friday, 14 April 2028, to Monday
	"pow":               {[]string{"company.x 1 = pow(2, 10)"}, "company.x@acme", []float64{1024}},
	"pow of a unit":     {[]string{"company.x USD^2 = pow(USD(3), 2)"}, "company.x@acme", []float64{9}},
	"pow below zero":    {[]string{"company.x 1/USD^2 = pow(USD(2), -2)"}, "company.x@acme", []float64{0.25}},
	"exp":               {[]string{"company.x 1 = exp(0)"}, "company.x@acme", []float64{1}},
	"log":               {[]string{"company.x 1 = log(1)"}, "company.x@acme", []float64{0}},
	"when":              {[]string{"company.x 1 = when(month == month(2), 7, 8)"}, "company.x@acme", []float64{8, 8, 7, 8}},
	"when of choices":   {[]string{"plant.x bool = when(open, mode, mode.flow) == mode.batch"}, "plant.x@north", []float64{1}},

	"month":                 {[]string{"company.x month = month"}, "company.x@acme", []float64{0, 1, 2, 3}},
	"months":                {[]string{"company.x month = months"}, "company.x@acme", []float64{1}},
	"year":                  {[]string{"company.x year = year"}, "company.x@acme", []float64{2028}},
	"month of the year":     {[]string{"company.x 1 = month_of_year"}, "company.x@acme", []float64{1, 2, 3, 4}},
	"years":                 {[]string{"company.x year = years * 12"}, "company.x@acme", []float64{1}},
	"days of a leap year":   {[]string{"company.x day = days"}, "company.x@acme", []float64{31, 29, 31, 30}},
	"hours of a leap year":  {[]string{"company.x h = hours"}, "company.x@acme", []float64{744, 696, 744, 720}},
	"calendar from a plant": {[]string{"plant.x MW*h = power * hours"}, "plant.x@north", []float64{7 * 744, 7 * 696, 7 * 744, 7 * 720}},

	"prev":                     {[]string{"company.x USD/month = prev(y)", "company.y USD/month = budget"}, "company.x@acme", []float64{0, 10, 20, 30}},
	"prev, opening":            {[]string{"company.x USD/month = prev(budget, USD(7)/month(1))"}, "company.x@acme", []float64{7, 10, 20, 30}},
	"prev of an expression":    {[]string{"company.x USD/month = prev(budget * 2 + USD(1)/months)"}, "company.x@acme", []float64{0, 21, 41, 61}},
	"prev of a condition":      {[]string{"company.x bool = prev(month == 1 * months)"}, "company.x@acme", []float64{0, 0, 1, 0}},
	"prev of prev":             {[]string{"company.x month = prev(prev(month, month(-1)), month(-2))"}, "company.x@acme", []float64{-2, -1, 0, 1}},
	"prev of itself":           {[]string{"company.x 1 = prev(x, 1) * 2"}, "company.x@acme", []float64{2, 4, 8, 16}},
	"opening that changes":     {[]string{"company.x USD/month = prev(y, budget)", "company.y USD/month = budget * 10"}, "company.x@acme", []float64{10, 100, 200, 300}},
	"prev of the plant's":      {[]string{"line.x USD = prev(plant.y)", "plant.y USD = USD(1)/month(1)*month"}, "line.x@s1", []float64{0, 0, 1, 2}},
	"next":                     {[]string{"company.x USD/month = next(y)", "company.y USD/month = budget"}, "company.x@acme", []float64{20, 30, 40, 0}},
	"next, closing":            {[]string{"company.x USD/month = next(budget, USD(7)/month(1))"}, "company.x@acme", []float64{20, 30, 40, 7}},
	"ahead":                    {[]string{"company.x USD/month = ahead(y)", "company.y USD/month = budget"}, "company.x@acme", []float64{20, 30, 40, 0}},
	"next of itself":           {[]string{"company.x USD = budget * months + next(x)"}, "company.x@acme", []float64{100, 90, 70, 40}},
	"cum":                      {[]string{"company.x USD/month = cum(budget)"}, "company.x@acme", []float64{10, 30, 60, 100}},
	"cum within an expression": {[]string{"company.x month = cum(months) - cum(2 * month) + month(1)"}, "company.x@acme", []float64{2, 1, -2, -7}},
	"cum of cum":               {[]string{"company.x month = cum(cum(months))"}, "company.x@acme", []float64{1, 3, 6, 10}},
	"lag":                      {[]string{"company.x USD/month = lag(budget, month(2))"}, "company.x@acme", []float64{0, 0, 10, 20}},
	"lag, opening":             {[]string{"company.x USD/month = lag(budget, month(2), USD(7)/month(1))"}, "company.x@acme", []float64{7, 7, 10, 20}},
	"lag of nothing":           {[]string{"company.x USD/month = lag(budget, 0)"}, "company.x@acme", []float64{10, 20, 30, 40}},
	"lag of its own":           {[]string{"line.x month = lag(month + months, delay)"}, "line.x@s1", []float64{0, 0, 1, 2}},
	"lag, fraction":            {[]string{"line.x month = lag(month + months, delay)"}, "line.x@n3", []float64{0, 1, 2, 3}},
	"lag that grows":           {[]string{"company.x month = lag(month + months, month)"}, "company.x@acme", []float64{1}},

	"line breaks":            {[]string{"line.x unit = units\n\t+ unit(\n1\n)\n * 2"}, "line.x@s1", []float64{32}},
	"absent":                 {[]string{"plant.x unit = when(open, unit(2), absent)"}, "plant.x@south", []float64{absent}},
	"absent has any unit":    {[]string{"plant.x unit = max(unit(2), absent)"}, "plant.x@north", []float64{absent}},
	"branches that are one":  {[]string{"company.x bool = ahead(when(prev(x), 0, 0) + 0) == 0"}, "company.x@acme", []float64{1}},
	"pick":                   {[]string{"plant.x USD/unit = pick(mode, batch: price, flow: price * 10)"}, "plant.x@south", []float64{30}},
	"pick, in another order": {[]string{"plant.x USD/unit = pick(mode, flow: price * 10, batch: price)"}, "plant.x@north", []float64{2}},
	"pick of the plant's":    {[]string{"line.x 1 = pick(plant.mode, batch: 1, flow: 2)"}, "line.x@s1", []float64{2}},
	"pick of conditions":     {[]string{"plant.x bool = pick(mode, batch: open, flow: false)"}, "plant.x@north", []float64{1}},
	"pick in a sum":          {[]string{"company.x USD/unit = sum(plant.price * pick(plant.mode, batch: 1, flow: 100))"}, "company.x@acme", []float64{302}},
	"interpolate":            {[]string{"company.x 1 = interpolate(month, month(1): 10, month(3): 20)"}, "company.x@acme", []float64{10, 10, 15, 20}},
	"interpolate, falling":   {[]string{"line.x USD = interpolate(units, unit(-1): USD(9), unit(20): USD(3), unit(60): USD(1))"}, "line.x@n3", []float64{2}},
	"interpolate, beyond":    {[]string{"line.x USD = interpolate(units, unit(11): USD(9), unit(20): USD(3))"}, "line.x@n1", []float64{9}},
	"interpolate, names":     {[]string{"company.x USD/month = interpolate(rate, 0: budget, 1: budget * 3)"}, "company.x@acme", []float64{20, 40, 60, 80}},
	"interpolate an absent":  {[]string{"plant.x 1 = interpolate(power / power, 0: 1, 2: 1)"}, "plant.x@south", []float64{absent}},
	"lookup":                 {[]string{"company.x USD = lookup(prices, 1)"}, "company.x@acme", []float64{5}},
	"lookup a column":        {[]string{"company.x 1 = lookup(survival, 2, 1)"}, "company.x@acme", []float64{0.125}},
	"lookup a computed one":  {[]string{"company.x 1 = lookup(survival, month / months, rate * 2)"}, "company.x@acme", []float64{0, 0.75, 0.125, absent}},
	"lookup between":         {[]string{"company.x 1 = lookup(survival, rate, 0)"}, "company.x@acme", []float64{absent}},
	"vintage of a life":      {[]string{"company.x month = vintage(month + months, month(2))"}, "company.x@acme", []float64{1, 3, 5, 7}},
	"vintage of its own":     {[]string{"line.x unit = vintage(units, delay)"}, "line.x@s1", []float64{30, 60}},
	"vintage of no life":     {[]string{"line.x unit = vintage(units, delay)"}, "line.x@n1", []float64{0}},
	"vintage of a fraction":  {[]string{"line.x unit = vintage(units, delay)"}, "line.x@n3", []float64{40}},
	"vintage by ages":        {[]string{"line.x unit = vintage(units, month_of_year == 3, 0, 1, age: lookup(survival, age, 0))"}, "line.x@n1", []float64{10, 20, 20, 30}},
	"vintage, later ages":    {[]string{"line.x unit = vintage(units, month_of_year == 3, 1, 2, age: lookup(survival, age, 0))"}, "line.x@n1", []float64{0, 0, 10, 10}},
	"vintage, each month":    {[]string{"line.x unit = vintage(units, true, 0, 2, age: lookup(survival, age, 0))"}, "line.x@n1", []float64{10, 15, 17.5, 17.5}},
	"vintage, shares change": {[]string{"line.x unit = vintage(units, true, 1, 1, k: k * month / months)"}, "line.x@n1", []float64{0, 0, 10, 20}},
	"function":               {[]string{"line.x unit = straight_line(units, month(2))"}, "line.x@n1", []float64{5, 10}},
	"function of a function": {[]string{"line.x unit = written_down(units)"}, "line.x@n1", []float64{5, 5}},
	"function of a scope":    {[]string{"line.x unit = with_own(unit(1))"}, "line.x@s1", []float64{31}},
	"function of itself":     {[]string{"line.x unit = with_own(with_own(0))"}, "line.x@s1", []float64{60}},
	"function with before":   {[]string{"line.x unit = earlier(units)"}, "line.x@n3", []float64{30}},
	"function in a sum":      {[]string{"plant.x 1 = sum(when(within_budget(line.units * price), 1, 0))"}, "plant.x@north", []float64{0, 1, 1, 2}},
	"function along time":    {[]string{"line.x unit = prev(with_own(units * month / months))"}, "line.x@n1", []float64{0, 10, 20, 30}},

	"sum":                    {[]string{"plant.x unit = sum(line.units)"}, "plant.x@north", []float64{70}},
	"sum of another plant":   {[]string{"plant.x unit = sum(line.units)"}, "plant.x@south", []float64{30}},
	"sum two levels down":    {[]string{"company.x unit = sum(line.units)"}, "company.x@acme", []float64{100}},
	"sum of a sum's row":     {[]string{"company.x unit = sum(plant.y)", "plant.y unit = sum(line.units)"}, "company.x@acme", []float64{100}},
	"names in a sum":         {[]string{"plant.x USD = sum(line.units * price)"}, "plant.x@south", []float64{90}}, // price is the plant's
	"sum along time":         {[]string{"plant.x month = sum(prev(line.y))", "line.y month = month"}, "plant.x@north", []float64{0, 0, 3, 6}},
	"sum with lags":          {[]string{"plant.x month = sum(lag(line.y, line.delay))", "line.y month = month + months"}, "plant.x@north", []float64{1, 4, 7, 10}},
	"sum of nothing":         {[]string{"plant.x unit = sum(line.units) - sum(line.units)"}, "plant.x@south", []float64{0}},
	"count":                  {[]string{"plant.x 1 = count(line)"}, "plant.x@north", []float64{3}},
	"count of all":           {[]string{"company.x 1 = count(line) * 10 + count(plant)"}, "company.x@acme", []float64{42}},
	"count within a sum":     {[]string{"company.x MW = sum(plant.power * count(line))"}, "company.x@acme", []float64{28}},
	"before, the first":      {[]string{"line.x unit = before(units)"}, "line.x@n1", []float64{0}},
	"before, the last":       {[]string{"line.x unit = before(units)"}, "line.x@n3", []float64{30}},
	"before is of the plant": {[]string{"line.x unit = before(units)"}, "line.x@s1", []float64{0}},
	"before at the top":      {[]string{"fund.x USD = before(size)"}, "fund.x@f2", []float64{100}},
	"before of the parent's": {[]string{"line.x USD = before(units * plant.price)"}, "line.x@n3", []float64{60}},
	"before along time":      {[]string{"line.x month = before(prev(y, month(5)))", "line.y month = month"}, "line.x@n3", []float64{10, 0, 2, 4}},
	"waterfall":              {[]string{"line.x unit = min(units, max(0, unit(35) - before(x)))"}, "line.x@n3", []float64{5}},
}

func TestLanguage(t *testing.T) {
	for name, test := range languageTests {
		t.Run(name, func(t *testing.T) {
			table, err := compute(test.rows...)
			if err != nil {
				t.Fatal(err)
			}
			want(t, table, test.cell, test.want...)
		})
	}
}

// A word or function of the language is one entry of its table and one test.
func TestEveryWordAndFunctionIsTested(t *testing.T) {
	var all strings.Builder
	for _, test := range languageTests {
		fmt.Fprintln(&all, test.rows)
	}
	for _, word := range language.Words {
		if !regexp.MustCompile(`\b` + word.Name + `\b`).MatchString(all.String()) {
			t.Errorf("no test of the language has the word %s", word.Name)
		}
	}
	for _, builtin := range language.Builtins {
		if !regexp.MustCompile(`\b`+builtin.Name+`\(`).MatchString(all.String()) && builtin.Name != "shock" { // a draw, tested with the machine
			t.Errorf("no test of the language calls %s", builtin.Name)
		}
		if builtin.Meaning == "" || !strings.HasPrefix(builtin.Call, builtin.Name+"(") {
			t.Errorf("%s is not told of in full", builtin.Name)
		}
	}
}

func TestAbsentValues(t *testing.T) {
	for name, test := range map[string]struct {
		rows []string
		want []float64
	}{
		"zero denominator":             {[]string{"plant.x 1 = 1 / (power / MW(1))"}, []float64{absent}},
		"nothing over nothing":         {[]string{"plant.x 1 = power / power"}, []float64{absent}},
		"minus zero as a denominator":  {[]string{"plant.x 1 = 1 / -(power / MW(1))"}, []float64{absent}},
		"goes through sums":            {[]string{"plant.x 1 = 1 + y - 1", "plant.y 1 = power / power"}, []float64{absent}},
		"goes through products":        {[]string{"plant.x 1 = 0 * y", "plant.y 1 = power / power"}, []float64{absent}},
		"min, absent first":            {[]string{"plant.x 1 = min(y, 1)", "plant.y 1 = power / power"}, []float64{absent}},
		"min, absent last":             {[]string{"plant.x 1 = min(1, y)", "plant.y 1 = power / power"}, []float64{absent}},
		"max, absent first":            {[]string{"plant.x 1 = max(y, 1)", "plant.y 1 = power / power"}, []float64{absent}},
		"max, absent last":             {[]string{"plant.x 1 = max(1, 2, y)", "plant.y 1 = power / power"}, []float64{absent}},
		"clamp":                        {[]string{"plant.x 1 = clamp(y, 0, 1)", "plant.y 1 = power / power"}, []float64{absent}},
		"abs":                          {[]string{"plant.x 1 = abs(y)", "plant.y 1 = power / power"}, []float64{absent}},
		"floor":                        {[]string{"plant.x 1 = floor(y)", "plant.y 1 = power / power"}, []float64{absent}},
		"exchange day":                 {[]string{"plant.x 1 = exchange_day(day(1) * y) / day(1)", "plant.y 1 = power / power"}, []float64{absent}},
		"log of what has none":         {[]string{"plant.x 1 = log(-1)"}, []float64{absent}},
		"root of a negative":           {[]string{"plant.x 1 = pow(-8, 1 / 3)"}, []float64{absent}},
		"is not less":                  {[]string{"plant.x bool = y < 1", "plant.y 1 = power / power"}, []float64{0}},
		"is not greater or equal":      {[]string{"plant.x bool = y >= 1", "plant.y 1 = power / power"}, []float64{0}},
		"does not equal itself":        {[]string{"plant.x bool = y == y", "plant.y 1 = power / power"}, []float64{0}},
		"nor differs from itself":      {[]string{"plant.x bool = y != y", "plant.y 1 = power / power"}, []float64{0}},
		"when not taken":               {[]string{"plant.x 1 = when(power > 0, 1 / (power / MW(1)), 5)"}, []float64{5}},
		"when taken":                   {[]string{"plant.x 1 = when(power > 0, 5, 1 / (power / MW(1)))"}, []float64{absent}},
		"when cannot tell":             {[]string{"plant.x 1 = when(power / power > 1, 5, 6)"}, []float64{6}},
		"through time":                 {[]string{"plant.x month = prev(y)", "plant.y month = months / (month / months - 1)"}, []float64{0, -1, absent, 1}},
		"cum stays absent":             {[]string{"plant.x month = cum(y)", "plant.y month = months / (month / months - 1)"}, []float64{-1, absent, absent, absent}},
		"lag by an absent number":      {[]string{"plant.x month = lag(month, month(1) * (power / power))"}, []float64{absent}},
		"lag by absent, with opening":  {[]string{"plant.x month = lag(month, month(1) * (power / power), month(5))"}, []float64{absent}},
		"lag of the absent":            {[]string{"plant.x month = lag(y, month(2))", "plant.y month = months / (month / months - 1)"}, []float64{0, 0, -1, absent}},
		"lag by less than one":         {[]string{"plant.x month = lag(month, month(0.99))"}, []float64{0, 1, 2, 3}},
		"lag by less than nothing":     {[]string{"plant.x month = lag(month, month(-3))"}, []float64{0, 1, 2, 3}},
		"lag by a fraction":            {[]string{"plant.x month = lag(month, month(1.99))"}, []float64{0, 0, 1, 2}},
		"lag beyond the start":         {[]string{"plant.x month = lag(month + months, month(4))"}, []float64{0}},
		"lag far beyond the start":     {[]string{"plant.x month = lag(month + months, month(1e300))"}, []float64{0}},
		"lag by the infinite":          {[]string{"plant.x month = lag(month + months, month(1e300) * 1e300, month(9))"}, []float64{9}},
		"lag by the negative infinite": {[]string{"plant.x month = lag(month, month(-1e300) * 1e300)"}, []float64{0, 1, 2, 3}},
		"overflow":                     {[]string{"plant.x 1 = exp(1000)"}, []float64{absent}},
		"overflow that came back":      {[]string{"plant.x 1 = 1 / exp(1000)"}, []float64{0}},
	} {
		t.Run(name, func(t *testing.T) {
			table, err := compute(test.rows...)
			if err != nil {
				t.Fatal(err)
			}
			want(t, table, "plant.x@south", test.want...) // south has no power
		})
	}
}

// Rows that look back are computed month by month, those that look ahead from
// the end; a model may go to and fro between the two.
func TestPasses(t *testing.T) {
	for name, test := range map[string]struct {
		rows   []string
		cell   string
		want   []float64
		passes int
	}{
		"nothing along time": {[]string{"company.x USD/month = budget"}, "company.x@acme", []float64{10, 20, 30, 40}, 1},
		"back":               {[]string{"company.x USD/month = cum(budget)"}, "company.x@acme", []float64{10, 30, 60, 100}, 1},
		"ahead":              {[]string{"company.x USD/month = budget + next(x)"}, "company.x@acme", []float64{100, 90, 70, 40}, 2},
		"back, then ahead": {[]string{
			"company.paid USD/month = cum(budget)",
			"company.x USD/month = paid + next(x)",
		}, "company.x@acme", []float64{200, 190, 160, 100}, 2},
		"ahead, then back": {[]string{
			"company.left USD/month = budget + next(left)",
			"company.x USD/month = cum(left)",
		}, "company.x@acme", []float64{100, 190, 260, 300}, 3},
		"back, ahead, back": {[]string{
			"company.paid USD/month = cum(budget)",
			"company.left USD/month = paid + next(left)",
			"company.x USD/month = cum(left) + paid",
		}, "company.x@acme", []float64{210, 420, 610, 750}, 3},
		"ahead on what was taken back from ahead": {[]string{
			"company.left USD/month = budget + next(left)",
			"company.x USD/month = next(x) + prev(left)",
		}, "company.x@acme", []float64{260, 260, 160, 70}, 4},
		"read ahead, computed back": {[]string{
			"company.paid USD/month = cum(budget)",
			"company.x USD/month = next(paid, USD(-1)/months)",
		}, "company.x@acme", []float64{30, 60, 100, -1}, 2},
		"read back, computed ahead": {[]string{
			"company.left USD/month = budget + next(left)",
			"company.x USD/month = prev(left, USD(-1)/months)",
		}, "company.x@acme", []float64{-1, 100, 90, 70}, 3},
		"lag of what looks ahead": {[]string{
			"company.left USD/month = budget + next(left)",
			"company.x USD/month = lag(left, month(2))",
		}, "company.x@acme", []float64{0, 0, 100, 90}, 3},
		"look ahead at a lag": {[]string{
			"company.y USD/month = lag(budget, month(1))",
			"company.x USD/month = next(y)",
		}, "company.x@acme", []float64{10, 20, 30, 0}, 2},
		"two rows that need each other over time": {[]string{
			"company.x 1 = prev(y, 1) + 1",
			"company.y 1 = x * 2",
		}, "company.x@acme", []float64{2, 5, 11, 23}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			table, err := compute(test.rows...)
			if err != nil {
				t.Fatal(err)
			}
			want(t, table, test.cell, test.want...)
			if got := len(table.Program.Passes); got != test.passes {
				t.Errorf("%d passes, want %d", got, test.passes)
			}
		})
	}
}

// Of four months two are the scenario's. What looks ahead sees all of them, what
// looks at the next one none after the scenario, also where both are in one pass
// and whatever a run before has left.
func TestAfterTheScenario(t *testing.T) {
	all := rows("company.left USD/month = budget + ahead(left)", "company.within USD/month = budget + next(within)",
		"company.of_left USD/month = next(left)", "company.closed USD/month = next(left, budget)", "company.paid USD/month = cum(left)", "company.seen USD/month = ahead(paid)")
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: all, Functions: functions, Tables: tables})
	if err != nil {
		t.Fatal(err)
	}
	layout := varyingLayout()
	compiled, err := compile.Program(schema, layout, columns(schema, layout, all))
	if err != nil {
		t.Fatal(err)
	}
	runner, err := machine.New(compiled, january, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	runner.Reach(4)
	for range 2 {
		table, err := runner.Run(func(input program.Input) []float64 { return values[valueKey(input.Name, input.Instance)] }, nil)
		if err != nil {
			t.Fatal(err)
		}
		want(t, table, "company.left@acme", 100, 90)
		want(t, table, "company.within@acme", 30, 20)
		want(t, table, "company.of_left@acme", 90, 0)
		want(t, table, "company.closed@acme", 90, 20)
		want(t, table, "company.seen@acme", 190, 260)
		for row, beyond := range map[string]bool{"company.left": true, "company.within": false, "company.of_left": false, "company.paid": true, "company.seen": false} {
			column, _ := table.Column(row, "acme")
			if table.Holds(column, 3) != beyond || !table.Holds(column, 1) || table.Holds(column, 4) || !beyond && table.Whole(column)[3] != 0 {
				t.Errorf("%s is %v; after the scenario it is held: %v", row, table.Whole(column), table.Holds(column, 3))
			}
		}
		if got := len(table.Requested()); got != 2*len(table.Program.Columns[:table.Program.Requested]) {
			t.Errorf("%d values are requested of two months", got)
		}
	}
}

// What is asked for after the scenario and rests on nothing but what the next month
// opens with is there too, where nothing is carried after it: with one lane as with more.
func TestOpeningsStandAfterTheScenario(t *testing.T) {
	all := rows("company.x 1 = 2 * next(next(3, 5), 7)")
	schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: inputs, Rows: all, Functions: functions, Tables: tables})
	if err != nil {
		t.Fatal(err)
	}
	layout := varyingLayout()
	requested := columns(schema, layout, all)
	compiled, err := compile.Program(schema, layout, requested, requested...)
	if err != nil {
		t.Fatal(err)
	}
	for _, lanes := range []int{1, 2} {
		runner, err := machine.New(compiled, january, 2, lanes)
		if err != nil {
			t.Fatal(err)
		}
		runner.Reach(4)
		table, err := runner.Run(nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		column, _ := table.Column("company.x", "acme")
		for month, value := range []float64{10, 14, 14, 14} {
			for lane := range lanes {
				if got := table.Whole(column)[month*lanes+lane]; got != value {
					t.Errorf("of %d lanes, in month %d x is %v, want %v", lanes, month, got, value)
				}
			}
		}
	}
}

func TestRowsThatNothingRequestedAreLeftOut(t *testing.T) {
	table, err := compute("company.x 1 = 1", "company.y 1 = 2 * x")
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Program.Columns) != 2 || table.Program.Columns[0].Row != "company.x" || table.Program.Columns[1].Row != "company.y" {
		t.Errorf("columns %v are not those requested, in their order", table.Program.Columns)
	}
	if len(table.Program.Inputs) != 0 {
		t.Errorf("the program reads inputs %v that no row names", table.Program.Inputs)
	}
}

// What vintage holds by age is what every addition of the past would give by
// itself. Whole amounts and halves add up without rounding.
func TestVintageIsTheSumOfItsAdditions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		first := rapid.IntRange(0, 3).Draw(t, "first age")
		last := first + rapid.IntRange(0, 3).Draw(t, "more ages")
		turn := rapid.IntRange(1, 12).Draw(t, "turn of the month")
		count := rapid.IntRange(1, 40).Draw(t, "months")
		life := rapid.IntRange(0, 50).Draw(t, "life")
		added := make([]float64, count)
		for i := range added {
			added[i] = float64(rapid.IntRange(-9, 9).Draw(t, "added"))
		}
		all := rows(fmt.Sprintf("company.by_age USD = vintage(money, month_of_year == %d || month_of_year == 6, %d, %d, age: pow(0.5, age))", turn, first, last),
			fmt.Sprintf("company.lasting USD = vintage(money, month(%d))", life))
		schema, err := language.NewSchema(language.Declarations{Scopes: scopes, Inputs: everyInput, Rows: all})
		if err != nil {
			t.Fatal(err)
		}
		layout := language.Layout{Instances: layout.Instances[:1], Varying: func(string, int) bool { return true }}
		compiled, err := compile.Program(schema, layout, columns(schema, layout, all))
		if err != nil {
			t.Fatal(err)
		}
		runner, err := machine.New(compiled, january, count, 1)
		if err != nil {
			t.Fatal(err)
		}
		table, err := runner.Run(func(program.Input) []float64 { return added }, nil)
		if err != nil {
			t.Fatal(err)
		}
		for month := range count {
			due, lasting, age := 0.0, 0.0, 0
			for when := month; when >= 0; when-- {
				if age >= first && age <= last {
					due += added[when] / float64(int(1)<<age)
				}
				if month-when < life {
					lasting += added[when]
				}
				if of := january.Add(when).Month; of == turn || of == 6 {
					age++
				}
			}
			if got := table.Series(0)[month]; got != due {
				t.Fatalf("in month %d %v is due, want %v", month, got, due)
			}
			if got := table.Series(1)[month]; got != lasting {
				t.Fatalf("in month %d %v lasts, want %v", month, got, lasting)
			}
		}
	})
}
