package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

const builtPage = `<meta http-equiv="Content-Security-Policy" content="script-src 'self'">`

func builtSite(t *testing.T) string {
	t.Helper()
	directory := t.TempDir()
	if err := os.WriteFile(filepath.Join(directory, "index.html"), []byte(builtPage), 0o600); err != nil {
		t.Fatal(err)
	}
	return directory
}

func TestServeAnswersUntilItIsStopped(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	read, write := io.Pipe()
	command := newServeCommand()
	command.SetArgs([]string{"--addr", "127.0.0.1:0", "--dir", builtSite(t)})
	command.SetOut(write)
	ended := make(chan error, 1)
	go func() {
		ended <- command.ExecuteContext(ctx)
		write.Close()
	}()

	line, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		t.Fatalf("no address was written: %v, %v", err, <-ended)
	}
	address, found := strings.CutPrefix(strings.TrimSpace(line), "Rackonomics is at ")
	if !found || !strings.HasPrefix(address, "http://127.0.0.1:") || !strings.HasSuffix(address, "/") {
		t.Fatalf("wrote %q", line)
	}
	response, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	origin := strings.TrimSuffix(address, "/")
	if body, _ := io.ReadAll(response.Body); !strings.Contains(string(body), "script-src 'self' "+origin+" ") {
		t.Errorf("the page's policy does not name %s: %q", origin, body)
	}

	stop()
	if err := <-ended; err != nil {
		t.Errorf("stopped with %v", err)
	}
	if connection, err := net.Dial("tcp", strings.TrimSuffix(strings.TrimPrefix(address, "http://"), "/")); err == nil {
		connection.Close()
		t.Error("it still listens after it was stopped")
	}
}

func TestServeNamesWhatIsWrong(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for name, test := range map[string]struct {
		arguments []string
		want      string
	}{
		"missing folder": {[]string{"--dir", filepath.Join(t.TempDir(), "absent")}, "run make dist first"},
		"empty folder":   {[]string{"--dir", t.TempDir()}, "run make dist first"},
		"taken port":     {[]string{"--dir", builtSite(t), "--addr", taken.Addr().String()}, taken.Addr().String()},
		"bad address":    {[]string{"--dir", builtSite(t), "--addr", "127.0.0.1"}, "127.0.0.1"},
		"argument":       {[]string{"dist/site"}, "dist/site"},
	} {
		t.Run(name, func(t *testing.T) {
			command := newServeCommand()
			command.SetArgs(test.arguments)
			command.SetOut(io.Discard)
			command.SetErr(io.Discard)
			err := command.ExecuteContext(t.Context())
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want an error with %q", err, test.want)
			}
		})
	}
}

func TestListenPassesOverATakenPort(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	next, err := listen(taken.Addr().String(), true)
	if err != nil {
		t.Fatal(err)
	}
	defer next.Close()
	if before, after := taken.Addr().(*net.TCPAddr).Port, next.Addr().(*net.TCPAddr).Port; after <= before {
		t.Errorf("port %d was taken, got %d", before, after)
	}
}

func TestBrowserAddress(t *testing.T) {
	for address, want := range map[string]string{
		"127.0.0.1:8080": "http://127.0.0.1:8080/",
		"0.0.0.0:80":     "http://localhost:80/",
		"[::]:9000":      "http://localhost:9000/",
		"[::1]:9000":     "http://[::1]:9000/",
	} {
		resolved, err := net.ResolveTCPAddr("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if got := browserAddress(resolved); got != want {
			t.Errorf("%s gives %s, want %s", address, got, want)
		}
	}
}

func TestServedOrigins(t *testing.T) {
	for address, want := range map[string][]string{
		"127.0.0.1:8080":  {"http://127.0.0.1:8080", "http://localhost:8080"},
		"192.0.2.7:80":    {"http://192.0.2.7:80"},
		"[::1]:9000":      {"http://localhost:9000"},
		"[2001:db8::1]:9": nil,
	} {
		resolved, err := net.ResolveTCPAddr("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := servedOrigins(resolved); err != nil || !slices.Equal(got, want) {
			t.Errorf("%s gives %q, %v; want %q", address, got, err, want)
		}
	}
}

func TestServedOriginsOfAllAddresses(t *testing.T) {
	for _, address := range []string{"0.0.0.0:80", "[::]:80"} {
		resolved, err := net.ResolveTCPAddr("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		got, err := servedOrigins(resolved)
		if err != nil || !slices.Contains(got, "http://127.0.0.1:80") || !slices.Contains(got, "http://localhost:80") {
			t.Errorf("%s gives %q, %v", address, got, err)
		}
		if strings.ContainsAny(strings.Join(got, ""), "[*") {
			t.Errorf("%s gives what is no source of a policy: %q", address, got)
		}
	}
}
