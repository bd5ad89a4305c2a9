package site

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

const page = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy"
      content="default-src 'none';
               script-src 'self' 'wasm-unsafe-eval'">`

// sample holds plain text where a real site has compressed bytes, so that the tests
// can tell which of the files was sent.
func sample() fstest.MapFS {
	files := fstest.MapFS{}
	for name, content := range map[string]string{
		"index.html":                       page,
		"index.html.br":                    "index as br",
		"index.html.gz":                    "index as gzip",
		"plain.html":                       "<p>no policy",
		"data.json":                        "{}",
		"logo.svg":                         "<svg/>",
		"unknown.bin":                      "\x00",
		".hidden":                          "secret",
		"assets/.hidden.js":                "secret",
		"assets/style-0a1b2c3d.css":        "p{}",
		"assets/engine-0123456789.wasm":    "engine",
		"assets/engine-0123456789.wasm.br": "engine as br",
		"assets/engine-0123456789.wasm.gz": "engine as gzip",
		"assets/wasm_exec-deadbeef.js":     "exec",
		"assets/wasm_exec-deadbeef.js.gz":  "exec as gzip",
		"assets/workbench.js":              "not hashed",
		"assets/scene-interface.js":        "not hashed either",
		"nested/index.html":                "nested",
		"archive.gz":                       "an archive without a plain file",
	} {
		files[name] = &fstest.MapFile{Data: []byte(content)}
	}
	return files
}

func ask(t *testing.T, method, target string, header map[string]string, origins ...string) (*http.Response, string) {
	t.Helper()
	request := httptest.NewRequest(method, "http://rackonomics.test/", nil)
	request.URL.Path = target
	for name, value := range header {
		request.Header.Set(name, value)
	}
	recorder := httptest.NewRecorder()
	Handler(sample(), origins...).ServeHTTP(recorder, request)
	response := recorder.Result()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response, string(body)
}

func TestHandlerSendsFilesUnderTheirType(t *testing.T) {
	for _, test := range []struct{ path, contentType, body string }{
		{"/", "text/html; charset=utf-8", page},
		{"/index.html", "text/html; charset=utf-8", page},
		{"/nested/index.html", "text/html; charset=utf-8", "nested"},
		{"/data.json", "application/json", "{}"},
		{"/logo.svg", "image/svg+xml; charset=utf-8", "<svg/>"},
		{"/unknown.bin", "application/octet-stream", "\x00"},
		{"/assets/style-0a1b2c3d.css", "text/css; charset=utf-8", "p{}"},
		{"/assets/wasm_exec-deadbeef.js", "text/javascript; charset=utf-8", "exec"},
		{"/assets/engine-0123456789.wasm", "application/wasm", "engine"},
	} {
		t.Run(test.path, func(t *testing.T) {
			response, body := ask(t, http.MethodGet, test.path, nil)
			if response.StatusCode != http.StatusOK || body != test.body {
				t.Errorf("got %s with %q, want 200 with %q", response.Status, body, test.body)
			}
			if got := response.Header.Get("Content-Type"); got != test.contentType {
				t.Errorf("Content-Type is %q, want %q", got, test.contentType)
			}
			if got := response.Header.Get("X-Content-Type-Options"); got != "nosniff" {
				t.Errorf("X-Content-Type-Options is %q", got)
			}
			if got := response.Header.Get("Referrer-Policy"); got != "no-referrer" {
				t.Errorf("Referrer-Policy is %q", got)
			}
			if got := response.Header.Get("X-Frame-Options"); got != "" {
				t.Errorf("X-Frame-Options %q would forbid embedding", got)
			}
		})
	}
}

func TestHandlerRefuses(t *testing.T) {
	for _, test := range []struct {
		method, path string
		status       int
	}{
		{http.MethodGet, "/absent.html", http.StatusNotFound},
		{http.MethodGet, "/assets", http.StatusNotFound},
		{http.MethodGet, "/assets/", http.StatusNotFound},
		{http.MethodGet, "/nested", http.StatusNotFound},
		{http.MethodGet, "/nested/", http.StatusNotFound},
		{http.MethodGet, "/../site.go", http.StatusNotFound},
		{http.MethodGet, "/assets/../index.html", http.StatusNotFound},
		{http.MethodGet, "/..\\site.go", http.StatusNotFound},
		{http.MethodGet, "//index.html", http.StatusNotFound},
		{http.MethodGet, "/./index.html", http.StatusNotFound},
		{http.MethodGet, "/index.html\x00", http.StatusNotFound},
		{http.MethodGet, "/.hidden", http.StatusNotFound},
		{http.MethodGet, "/assets/.hidden.js", http.StatusNotFound},
		{http.MethodGet, "/index.html.br", http.StatusNotFound},
		{http.MethodGet, "/assets/engine-0123456789.wasm.gz", http.StatusNotFound},
		{http.MethodGet, "/archive.gz", http.StatusNotFound},
		{http.MethodGet, "/archive", http.StatusNotFound},
		{http.MethodHead, "/absent.html", http.StatusNotFound},
		{http.MethodPost, "/", http.StatusMethodNotAllowed},
		{http.MethodPut, "/index.html", http.StatusMethodNotAllowed},
		{http.MethodDelete, "/absent.html", http.StatusMethodNotAllowed},
		{http.MethodOptions, "/", http.StatusMethodNotAllowed},
	} {
		t.Run(test.method+" "+test.path, func(t *testing.T) {
			response, body := ask(t, test.method, test.path, map[string]string{"Accept-Encoding": "br, gzip"})
			if response.StatusCode != test.status {
				t.Errorf("got %s, want %d", response.Status, test.status)
			}
			if strings.Contains(body, "secret") || strings.Contains(body, ".wasm") {
				t.Errorf("the answer tells too much: %q", body)
			}
			allow := response.Header.Get("Allow")
			if wanted := test.status == http.StatusMethodNotAllowed; (allow == "GET, HEAD") != wanted {
				t.Errorf("Allow is %q", allow)
			}
			if got := response.Header.Get("Cache-Control"); got != "" {
				t.Errorf("a refusal is cached: %q", got)
			}
		})
	}
}

// A program that escapes the "#" of a link has a browser ask for it as a path.
func TestHandlerSendsAnEscapedFragmentOn(t *testing.T) {
	for target, want := range map[string]string{
		"/#s=1.abc.def":             "/#s=1.abc.def",
		"/nested/index.html#s=1.ab": "/nested/index.html#s=1.ab",
		"/plain.html#a=b&c":         "/plain.html#a=b&c",
		"//evil.test/#s=1.abc.def":  "",
		"/missing.html#s=1.abc.def": "",
		"/.hidden#s=1.abc.def":      "",
	} {
		response, _ := ask(t, http.MethodGet, target, nil)
		if got := response.Header.Get("Location"); got != want || (response.StatusCode == http.StatusFound) != (want != "") {
			t.Errorf("%s: %d to %q, want %q", target, response.StatusCode, got, want)
		}
	}
}

func TestHandlerChoosesTheEncoding(t *testing.T) {
	const wasm, script, plain = "/assets/engine-0123456789.wasm", "/assets/wasm_exec-deadbeef.js", "/data.json"
	for _, test := range []struct{ path, accept, encoding, body string }{
		{wasm, "", "", "engine"},
		{wasm, "gzip, deflate, br, zstd", "br", "engine as br"},
		{wasm, "gzip, deflate", "gzip", "engine as gzip"},
		{wasm, "x-gzip", "gzip", "engine as gzip"},
		{wasm, "BR", "br", "engine as br"},
		{wasm, "br;q=0.5, gzip;q=0.8", "gzip", "engine as gzip"},
		{wasm, "br ; q=0.5 , gzip ; q=0.5", "br", "engine as br"},
		{wasm, "br;q=0, gzip", "gzip", "engine as gzip"},
		{wasm, "*", "br", "engine as br"},
		{wasm, "*;q=0.3, br;q=0", "gzip", "engine as gzip"},
		{wasm, "br;q=0.5, identity;q=0.9", "", "engine"},
		{wasm, "br;q=0.001", "br", "engine as br"},
		{wasm, "deflate", "", "engine"},
		{wasm, "br;q=0, *;q=0", "", "engine"},
		{wasm, "br;q=many", "", "engine"},
		{wasm, "br;q=7", "", "engine"},
		{wasm, "br;q=NaN", "", "engine"},
		{wasm, ",,;q=1", "", "engine"},
		{script, "br, gzip", "gzip", "exec as gzip"},
		{script, "br", "", "exec"},
		{plain, "br, gzip", "", "{}"},
		{"/", "br", "br", "index as br"},
	} {
		t.Run(test.path+" "+test.accept, func(t *testing.T) {
			response, body := ask(t, http.MethodGet, test.path, map[string]string{"Accept-Encoding": test.accept})
			if got := response.Header.Get("Content-Encoding"); got != test.encoding || body != test.body {
				t.Errorf("got encoding %q with %q, want %q with %q", got, body, test.encoding, test.body)
			}
			if got := response.Header.Get("Vary"); got != "Accept-Encoding" {
				t.Errorf("Vary is %q", got)
			}
			uncompressed, _ := ask(t, http.MethodGet, test.path, nil)
			if got, want := response.Header.Get("Content-Type"), uncompressed.Header.Get("Content-Type"); got != want {
				t.Errorf("Content-Type is %q, want the plain file's %q", got, want)
			}
		})
	}
}

func TestHandlerCaching(t *testing.T) {
	const forever = "public, max-age=31536000, immutable"
	for path, want := range map[string]string{
		"/":                              "no-cache",
		"/plain.html":                    "no-cache",
		"/data.json":                     "no-cache",
		"/assets/workbench.js":           "no-cache",
		"/assets/scene-interface.js":     "no-cache",
		"/assets/style-0a1b2c3d.css":     forever,
		"/assets/engine-0123456789.wasm": forever,
		"/assets/wasm_exec-deadbeef.js":  forever,
	} {
		t.Run(path, func(t *testing.T) {
			response, _ := ask(t, http.MethodGet, path, nil)
			if got := response.Header.Get("Cache-Control"); got != want {
				t.Errorf("Cache-Control is %q, want %q", got, want)
			}
			if hasTag := response.Header.Get("ETag") != ""; hasTag != (want == "no-cache") {
				t.Errorf("ETag is %q", response.Header.Get("ETag"))
			}
		})
	}
}

func TestHandlerAnswersNotModified(t *testing.T) {
	first, _ := ask(t, http.MethodGet, "/", nil)
	tag := first.Header.Get("ETag")

	again, body := ask(t, http.MethodGet, "/", map[string]string{"If-None-Match": tag})
	if again.StatusCode != http.StatusNotModified || body != "" {
		t.Errorf("the same tag got %s with %q", again.Status, body)
	}
	if again.Header.Get("ETag") != tag || again.Header.Get("Vary") != "Accept-Encoding" {
		t.Errorf("a 304 must repeat ETag and Vary, got %v", again.Header)
	}

	compressed := map[string]string{"If-None-Match": tag, "Accept-Encoding": "br"}
	if other, _ := ask(t, http.MethodGet, "/", compressed); other.StatusCode != http.StatusOK {
		t.Errorf("the plain page's tag got %s for the compressed one", other.Status)
	}
	if stale, _ := ask(t, http.MethodGet, "/", map[string]string{"If-None-Match": `"stale"`}); stale.StatusCode != http.StatusOK {
		t.Errorf("an old tag got %s", stale.Status)
	}
}

func TestHandlerAnswersHeadWithoutBody(t *testing.T) {
	for _, path := range []string{"/", "/assets/engine-0123456789.wasm"} {
		got, body := ask(t, http.MethodGet, path, nil)
		head, headBody := ask(t, http.MethodHead, path, nil)
		if head.StatusCode != http.StatusOK || headBody != "" {
			t.Errorf("HEAD %s got %s with %q", path, head.Status, headBody)
		}
		if head.ContentLength != int64(len(body)) {
			t.Errorf("HEAD %s told %d bytes, GET sent %d", path, head.ContentLength, len(body))
		}
		if head.Header.Get("ETag") != got.Header.Get("ETag") {
			t.Errorf("HEAD %s told another ETag than GET", path)
		}
	}
}

func TestHandlerSendsThePagesOwnPolicy(t *testing.T) {
	for _, test := range []struct{ path, accept, want string }{
		{"/", "", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"},
		{"/", "br", "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'"},
		{"/plain.html", "", fallbackPolicy},
		{"/data.json", "", ""},
	} {
		response, _ := ask(t, http.MethodGet, test.path, map[string]string{"Accept-Encoding": test.accept})
		if got := response.Header.Get("Content-Security-Policy"); got != test.want {
			t.Errorf("%s: policy is %q, want %q", test.path, got, test.want)
		}
	}
}

// WebKit does not match 'self' in a sandboxed frame, so that no script would load there.
func TestHandlerNamesItsOriginsBesideSelf(t *testing.T) {
	origins := []string{"http://127.0.0.1:8080", "http://localhost:8080"}
	const named = "script-src 'self' http://127.0.0.1:8080 http://localhost:8080 'wasm-unsafe-eval'"
	for _, accept := range []string{"", "br", "gzip"} {
		response, body := ask(t, http.MethodGet, "/", map[string]string{"Accept-Encoding": accept}, origins...)
		if got, want := response.Header.Get("Content-Security-Policy"), "default-src 'none'; "+named; got != want {
			t.Errorf("accepting %q: the header is %q, want %q", accept, got, want)
		}
		if strings.Count(body, named) != 1 || strings.Count(body, "'self'") != 1 {
			t.Errorf("accepting %q: the page states another policy than the header: %q", accept, body)
		}
		if got := response.Header.Get("Content-Encoding"); got != "" {
			t.Errorf("accepting %q: the copy in %s, which has another policy, was sent", accept, got)
		}
	}
	for path, want := range map[string]string{"/plain.html": "<p>no policy", "/assets/engine-0123456789.wasm": "engine as br"} {
		if _, body := ask(t, http.MethodGet, path, map[string]string{"Accept-Encoding": "br"}, origins...); body != want {
			t.Errorf("%s: got %q, want %q", path, body, want)
		}
	}
}

func TestHandlerNamesItsOriginsWhereverThePageStatesItsPolicy(t *testing.T) {
	for _, file := range []string{"index.html", "embed.html"} {
		template, err := os.ReadFile("../../../web/" + file)
		if err != nil {
			t.Fatal(err)
		}
		stated := strings.Count(string(template), "{{policy}}")
		page := strings.ReplaceAll(string(template), "{{policy}}", "script-src 'self'")
		named := string(namingOrigins([]byte(page), []string{"http://127.0.0.1:8080"}))
		if got := strings.Count(named, "script-src 'self' http://127.0.0.1:8080"); got != stated || stated < 2 {
			t.Errorf("%s: named in %d of %d places", file, got, stated)
		}
	}
}

func TestHandlerTellsPagesOfOtherOriginsApart(t *testing.T) {
	first, _ := ask(t, http.MethodGet, "/", nil, "http://127.0.0.1:8080")
	tag := map[string]string{"If-None-Match": first.Header.Get("ETag")}
	if again, _ := ask(t, http.MethodGet, "/", tag, "http://127.0.0.1:8080"); again.StatusCode != http.StatusNotModified {
		t.Errorf("the same page got %s", again.Status)
	}
	if other, _ := ask(t, http.MethodGet, "/", tag, "http://127.0.0.1:8081"); other.StatusCode != http.StatusOK {
		t.Errorf("the page of another port got %s", other.Status)
	}
}

func TestHandlerLetsSandboxedFramesFetchAssets(t *testing.T) {
	for path, want := range map[string]string{
		"/assets/engine-0123456789.wasm": "*",
		"/assets/wasm_exec-deadbeef.js":  "*",
		"/data.json":                     "*",
		"/":                              "",
	} {
		response, _ := ask(t, http.MethodGet, path, map[string]string{"Origin": "null"})
		if got := response.Header.Get("Access-Control-Allow-Origin"); got != want {
			t.Errorf("%s: Access-Control-Allow-Origin is %q, want %q", path, got, want)
		}
	}
}

// To be embedded is what the pages are for; who may frame them is for a server of
// one's own to say.
func TestHandlerLetsPagesBeFramed(t *testing.T) {
	for _, path := range []string{"/", "/plain.html"} {
		response, _ := ask(t, http.MethodGet, path, nil)
		header := response.Header
		if got := header.Get("X-Frame-Options"); got != "" {
			t.Errorf("%s: X-Frame-Options is %q", path, got)
		}
		if got := header.Get("Content-Security-Policy"); strings.Contains(got, "frame-ancestors") {
			t.Errorf("%s: the policy names frame-ancestors: %q", path, got)
		}
		if got := header.Get("Cross-Origin-Resource-Policy"); got != "" && got != "cross-origin" {
			t.Errorf("%s: Cross-Origin-Resource-Policy is %q", path, got)
		}
	}
}

func FuzzPreferredEncodings(f *testing.F) {
	for _, seed := range []string{"", "gzip, br;q=0.5", "*;q=0", "identity;q=0,*", ";q=;,=,"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, header string) {
		encodings := preferredEncodings(header)
		if !slices.Contains(encodings, identity) || len(encodings) > len(encodingSuffix) {
			t.Errorf("%q gives %q", header, encodings)
		}
	})
}

// The page's own markup must be one that pagePolicy can read; its build fills in the policy.
func TestPagePolicyReadsTheTemplate(t *testing.T) {
	template, err := os.ReadFile("../../../web/index.html")
	if err != nil {
		t.Fatal(err)
	}
	if got := pagePolicy(template); got != "{{policy}}" {
		t.Errorf("read %q", got)
	}
}
