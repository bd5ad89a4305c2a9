package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/signal"
	"path/filepath"
	"slices"
	"strconv"
	"syscall"
	"time"

	"github.com/spf13/cobra"

	"rackonomics/cmd/rackonomics/site"
)

const (
	defaultAddress = "127.0.0.1:8080"
	// portsTried is how many ports, from the default one on, serve tries when the
	// user did not ask for one.
	portsTried   = 100
	shutdownTime = 5 * time.Second
)

func newServeCommand() *cobra.Command {
	var address, directory string
	command := &cobra.Command{
		Use:   "serve",
		Short: "Serve the page that make dist built",
		Long: "Serve the page that make dist built, until interrupted.\n\n" +
			"Without --addr a port that is taken is passed over for the next free one.",
		Args: takes(),
		RunE: func(command *cobra.Command, _ []string) error {
			ctx, stop := signal.NotifyContext(command.Context(), os.Interrupt, syscall.SIGTERM)
			defer stop()
			// A second interrupt ends the process at once.
			context.AfterFunc(ctx, stop)
			if err := checkSite(directory); err != nil {
				return err
			}
			listener, err := listen(address, !command.Flags().Changed("addr"))
			if err != nil {
				return err
			}
			return serve(ctx, listener, directory, command.OutOrStdout())
		},
	}
	command.Flags().StringVar(&address, "addr", defaultAddress, "host and port to listen at")
	command.Flags().StringVar(&directory, "dir", filepath.Join("dist", "site"), "folder of the built page")
	return command
}

// checkSite reports a folder that does not hold the built page, before anything listens.
func checkSite(directory string) error {
	index := filepath.Join(directory, "index.html")
	info, err := os.Stat(index)
	if errors.Is(err, os.ErrNotExist) {
		return fmt.Errorf("there is no page in %s: run make dist first, or name its folder with --dir", directory)
	}
	if err != nil {
		return err
	}
	if !info.Mode().IsRegular() {
		return fmt.Errorf("%s is not a file: run make dist again", index)
	}
	return nil
}

// listen listens at the address, or, where passOver is set and its port is taken, at
// the next port that is free.
func listen(address string, passOver bool) (net.Listener, error) {
	listener, err := net.Listen("tcp", address)
	if err == nil {
		return listener, nil
	}
	failure := fmt.Errorf("cannot listen at %s: %w", address, err)
	host, portText, splitErr := net.SplitHostPort(address)
	first, portErr := strconv.Atoi(portText)
	if !passOver || splitErr != nil || portErr != nil {
		return nil, failure
	}
	for port := first + 1; port < first+portsTried; port++ {
		listener, err := net.Listen("tcp", net.JoinHostPort(host, strconv.Itoa(port)))
		if err == nil {
			return listener, nil
		}
	}
	return nil, failure
}

// serve answers at the listener until ctx ends, and then lets requests under way
// finish. The address is written to output once a browser can connect.
func serve(ctx context.Context, listener net.Listener, directory string, output io.Writer) error {
	origins, err := servedOrigins(listener.Addr())
	if err != nil {
		return err
	}
	server := &http.Server{
		Handler:           site.Handler(os.DirFS(directory), origins...),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      2 * time.Minute, // the largest module over a slow line
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
	}
	fmt.Fprintf(output, "Rackonomics is at %s\n", browserAddress(listener.Addr()))

	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	deadline, cancel := context.WithTimeout(context.WithoutCancel(ctx), shutdownTime)
	defer cancel()
	if err := server.Shutdown(deadline); err != nil {
		return server.Close()
	}
	return nil
}

// browserAddress is what to type into a browser on this machine. A server that
// listens at every address is reached as localhost.
func browserAddress(address net.Addr) string {
	host, port, err := net.SplitHostPort(address.String())
	if err != nil {
		return "http://" + address.String() + "/"
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + "/"
}

// servedOrigins are those under which a browser reaches a server that listens at the
// address: what it listens at, every address of this machine where it listens at all
// of them, and localhost where that is one of them. IPv6 addresses are left out, which
// no source of a Content-Security-Policy can name (CSP Level 3, §2.3.1, host-char).
func servedOrigins(address net.Addr) ([]string, error) {
	host, port, err := net.SplitHostPort(address.String())
	if err != nil {
		return nil, fmt.Errorf("cannot read the address listened at: %w", err)
	}
	listened := net.ParseIP(host)
	ips := []net.IP{listened}
	if listened.IsUnspecified() {
		if ips, err = machineAddresses(); err != nil {
			return nil, err
		}
	}
	var origins []string
	for _, ip := range ips {
		if ip.IsLoopback() {
			origins = append(origins, "http://"+net.JoinHostPort("localhost", port))
		}
		if ip.To4() != nil {
			origins = append(origins, "http://"+net.JoinHostPort(ip.String(), port))
		}
	}
	slices.Sort(origins)
	return slices.Compact(origins), nil
}

// machineAddresses are the addresses of all network interfaces of this machine.
func machineAddresses() ([]net.IP, error) {
	addresses, err := net.InterfaceAddrs()
	if err != nil {
		return nil, fmt.Errorf("cannot list this machine's addresses: %w", err)
	}
	ips := make([]net.IP, 0, len(addresses))
	for _, address := range addresses {
		if network, ok := address.(*net.IPNet); ok {
			ips = append(ips, network.IP)
		}
	}
	return ips, nil
}
