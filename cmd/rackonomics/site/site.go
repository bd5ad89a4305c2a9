// Package site serves the folder of static files that `make dist` leaves in
// dist/site, the way any web server that hosts Rackonomics should: compressed
// files as they were built, long caching for files whose name holds their
// content's hash, and headers that let a sandboxed wiki frame use the page while
// the page itself can do nothing that it need not do.
package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"
)

// contentTypes names every kind of file the site may hold. It is our own table
// because mime.TypeByExtension answers from the machine's registry, where
// application/wasm and text/javascript are sometimes missing or wrong, and a
// browser refuses to stream-compile WebAssembly under another type.
var contentTypes = map[string]string{
	".css":         "text/css; charset=utf-8",
	".csv":         "text/csv; charset=utf-8",
	".html":        "text/html; charset=utf-8",
	".ico":         "image/x-icon",
	".jpg":         "image/jpeg",
	".js":          "text/javascript; charset=utf-8",
	".json":        "application/json",
	".map":         "application/json",
	".md":          "text/markdown; charset=utf-8",
	".mjs":         "text/javascript; charset=utf-8",
	".png":         "image/png",
	".svg":         "image/svg+xml; charset=utf-8",
	".txt":         "text/plain; charset=utf-8",
	".wasm":        "application/wasm",
	".webmanifest": "application/manifest+json",
	".webp":        "image/webp",
	".woff2":       "font/woff2",
}

// fallbackPolicy is the Content-Security-Policy of a page that states none. The
// pages of Rackonomics each state their own in a <meta> element, so that it holds
// on every web server and from a disk; see [pagePolicy].
const fallbackPolicy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; " +
	"connect-src 'self'; base-uri 'none'; form-action 'none'"

// hashedName matches names as the page's build makes them, name-HASH.ext, with at
// least eight hexadecimal digits of the content's hash. Such a file never changes.
var hashedName = regexp.MustCompile(`^assets/.*[-.][0-9a-f]{8,}\.[a-z0-9]+$`)

// Handler serves the files of root. The index page answers "/"; other folders,
// hidden files, and the precompressed .br and .gz copies answer 404 under their
// own names. A file's copy name+".br" or name+".gz" is sent instead of it where
// the request's Accept-Encoding prefers that.
//
// Files are read anew for every request, so that a rebuilt site needs no restart.
//
// The origins, such as "http://127.0.0.1:8080", are those under which the site is
// served. The policies of its pages name them beside 'self', which WebKit does not
// match in a frame whose origin is opaque; see [namingOrigins].
func Handler(root fs.FS, origins ...string) http.Handler {
	return http.HandlerFunc(func(response http.ResponseWriter, request *http.Request) {
		header := response.Header()
		header.Set("X-Content-Type-Options", "nosniff")
		header.Set("Referrer-Policy", "no-referrer")
		if request.Method != http.MethodGet && request.Method != http.MethodHead {
			header.Set("Allow", "GET, HEAD")
			http.Error(response, "only GET and HEAD are answered here", http.StatusMethodNotAllowed)
			return
		}
		name, ok := fileName(request.URL.Path)
		if !ok || !isFile(root, name) {
			if there := withFragment(root, request.URL); there != "" {
				http.Redirect(response, request, there, http.StatusFound)
				return
			}
			http.NotFound(response, request)
			return
		}
		if err := serveFile(response, request, root, name, origins); err != nil {
			http.Error(response, "the file could not be read", http.StatusInternalServerError)
		}
	})
}

// withFragment is the address that was meant where a program on a link's way has escaped
// its "#", so that the fragment came as part of the path; empty where there is none.
func withFragment(root fs.FS, asked *url.URL) string {
	page, fragment, ok := strings.Cut(asked.Path, "#")
	name, isPage := fileName(page)
	if !ok || !isPage || !isFile(root, name) {
		return ""
	}
	return (&url.URL{Path: page, RawQuery: asked.RawQuery, Fragment: fragment}).String()
}

// fileName turns a request's path into a name inside the site, and reports whether
// there can be such a file at all.
func fileName(requestPath string) (name string, ok bool) {
	name = strings.TrimPrefix(requestPath, "/")
	if name == "" {
		return "index.html", true
	}
	if !fs.ValidPath(name) || strings.HasPrefix(name, ".") || strings.Contains(name, "/.") {
		return "", false
	}
	extension := path.Ext(name)
	return name, extension != ".br" && extension != ".gz"
}

func contentType(name string) string {
	if known, ok := contentTypes[path.Ext(name)]; ok {
		return known
	}
	return "application/octet-stream"
}

func isFile(root fs.FS, name string) bool {
	info, err := fs.Stat(root, name)
	return err == nil && info.Mode().IsRegular()
}

// serveFile sends the named file, which exists, in the encoding that the request prefers.
func serveFile(response http.ResponseWriter, request *http.Request, root fs.FS, name string, origins []string) error {
	content, encoding, err := openStored(root, name, request.Header.Get("Accept-Encoding"))
	if err != nil {
		return err
	}
	defer func() { content.Close() }()

	header := response.Header()
	if path.Ext(name) == ".html" {
		page, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		named := namingOrigins(page, origins)
		header.Set("Content-Security-Policy", pagePolicy(named))
		if !bytes.Equal(named, page) {
			// Its compressed copies have the policy as it was built.
			content.Close()
			content, encoding = inMemory(named), identity
		}
	} else {
		// A frame sandboxed without allow-same-origin has an opaque origin; without
		// this it may not fetch the WebAssembly modules.
		header.Set("Access-Control-Allow-Origin", "*")
	}
	if hashedName.MatchString(name) {
		header.Set("Cache-Control", "public, max-age=31536000, immutable")
	} else {
		tag, err := entityTag(content)
		if err != nil {
			return err
		}
		header.Set("ETag", tag)
		header.Set("Cache-Control", "no-cache")
	}
	header.Set("Content-Type", contentType(name))
	header.Add("Vary", "Accept-Encoding")
	if encoding != identity {
		header.Set("Content-Encoding", encoding)
	}
	http.ServeContent(response, request, name, time.Time{}, content)
	return nil
}

// openStored opens the file, or its copy in the encoding that the header prefers.
func openStored(root fs.FS, name, acceptEncoding string) (content io.ReadSeekCloser, encoding string, err error) {
	stored, encoding := name, identity
	for _, candidate := range preferredEncodings(acceptEncoding) {
		if suffix := encodingSuffix[candidate]; candidate == identity || isFile(root, name+suffix) {
			stored, encoding = name+suffix, candidate
			break
		}
	}
	file, err := root.Open(stored)
	if err != nil {
		return nil, "", err
	}
	content, err = seekable(file)
	return content, encoding, err
}

// seekable gives the file as [http.ServeContent] needs it. Files of a folder and of
// an embedded file system can seek already.
func seekable(file fs.File) (io.ReadSeekCloser, error) {
	if seeker, ok := file.(io.ReadSeekCloser); ok {
		return seeker, nil
	}
	defer file.Close()
	content, err := io.ReadAll(file)
	return inMemory(content), err
}

type memoryFile struct{ *bytes.Reader }

func (memoryFile) Close() error { return nil }

func inMemory(content []byte) io.ReadSeekCloser {
	return memoryFile{bytes.NewReader(content)}
}

// entityTag identifies the content by its SHA-256 and leaves it at its beginning.
func entityTag(content io.ReadSeeker) (string, error) {
	hash := sha256.New()
	_, err := io.Copy(hash, content)
	_, seekErr := content.Seek(0, io.SeekStart)
	tag := base64.RawURLEncoding.EncodeToString(hash.Sum(nil)[:16])
	return fmt.Sprintf("%q", tag), errors.Join(err, seekErr)
}

var metaPolicy = regexp.MustCompile(`(?is)<meta\s+http-equiv="Content-Security-Policy"\s+content="([^"]*)"`)

// pagePolicy is the Content-Security-Policy that the page states in its <meta>
// element, or [fallbackPolicy]. Sending it as a header too makes it hold from the
// first byte; taking it from the page leaves one place where it is written. It has
// no frame-ancestors: to be embedded is what the page is for.
func pagePolicy(page []byte) string {
	policy, ok := statedPolicy(page)
	if !ok {
		return fallbackPolicy
	}
	return strings.Join(strings.Fields(policy), " ")
}

// statedPolicy is the policy in the page's <meta> element as it is written there.
func statedPolicy(page []byte) (policy string, ok bool) {
	found := metaPolicy.FindSubmatch(page)
	if found == nil {
		return "", false
	}
	return string(found[1]), true
}

// namingOrigins is the page with the origins beside each 'self' of its policy,
// wherever the page states it. In a frame sandboxed without allow-same-origin the
// page's origin is opaque. 'self' then still means the origin of its address (CSP
// Level 3, §2.2, "self-origin"); WebKit matches nothing with it, and runs no script.
func namingOrigins(page []byte, origins []string) []byte {
	policy, ok := statedPolicy(page)
	if !ok || len(origins) == 0 {
		return page
	}
	named := strings.ReplaceAll(policy, "'self'", "'self' "+strings.Join(origins, " "))
	return bytes.ReplaceAll(page, []byte(policy), []byte(named))
}
