package main

import (
	"regexp"
	"strings"
)

// anchor is the fragment that GitHub gives a heading.
func anchor(title string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == ' ':
			return '-'
		case r == '-' || r == '_' || r >= 'a' && r <= 'z' || r >= '0' && r <= '9':
			return r
		}
		return -1
	}, strings.ToLower(title))
}

var (
	unbracketed = strings.NewReplacer("<", "%3C", ">", "%3E", "\n", "%0A", `\`, "%5C")
	markdown    = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`,
		"#", `\#`, "|", `\|`, "~", `\~`, "$", `\$`, "&", `\&`, "\n", " ")
)

// escaped makes text that Markdown shows as it is, in one line.
func escaped(text string) string {
	text = markdown.Replace(text)
	// A list's mark counts at the start of a line only.
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if rest := text[digits:]; strings.HasPrefix(rest, ". ") || strings.HasPrefix(rest, ") ") || digits == 0 && (strings.HasPrefix(rest, "- ") || strings.HasPrefix(rest, "+ ")) {
		return text[:digits] + `\` + rest
	}
	return text
}

var longNumber = regexp.MustCompile(`(^|[^.\d])(\d{5,})`)

// grouped writes whole numbers of five digits and more with commas.
func grouped(text string) string {
	return longNumber.ReplaceAllStringFunc(text, func(number string) string {
		for end := len(number) - 3; end > 0 && number[end-1] >= '0' && number[end-1] <= '9'; end -= 3 {
			number = number[:end] + "," + number[end:]
		}
		return number
	})
}

// code is text as a code span, fenced by more backticks than it holds in a row.
func code(text string) string {
	fence, run := 1, 0
	for _, r := range text {
		if r != '`' {
			run = 0
			continue
		}
		run++
		fence = max(fence, run+1)
	}
	marks := strings.Repeat("`", fence)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return marks + text + marks
}
