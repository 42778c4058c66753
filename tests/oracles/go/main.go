// Checks a checkpoint, an inclusion proof and a consistency proof with Go's own packages.
//
//	verify KEY CHECKPOINT                        the note's signature
//	verify KEY CHECKPOINT entry ENTRY PROOF      that the entry is in the log
//	verify KEY CHECKPOINT from CHECKPOINT PROOF  that the older log is the beginning of the newer
package main

import (
	"encoding/base64"
	"fmt"
	"os"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

func fail(err error) {
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

func read(path string) string {
	content, err := os.ReadFile(path)
	if err != nil {
		fail(err)
	}
	return string(content)
}

func hash(text string) tlog.Hash {
	raw, err := base64.StdEncoding.DecodeString(text)
	if err != nil || len(raw) != tlog.HashSize {
		fail(fmt.Errorf("not a hash: %q", text))
	}
	var h tlog.Hash
	copy(h[:], raw)
	return h
}

func checkpoint(key, path string) tlog.Tree {
	verifier, err := note.NewVerifier(strings.TrimSpace(key))
	if err != nil {
		fail(err)
	}
	opened, err := note.Open([]byte(read(path)), note.VerifierList(verifier))
	if err != nil {
		fail(err)
	}
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		fail(err)
	}
	return tlog.Tree{N: size, Hash: hash(lines[2])}
}

func main() {
	key := read(os.Args[1])
	tree := checkpoint(key, os.Args[2])
	if len(os.Args) < 6 {
		return
	}
	lines := strings.Split(read(os.Args[5]), "\n")
	switch os.Args[3] {
	case "entry":
		index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
		if err != nil || lines[0] != "c2sp.org/tlog-proof@v1" {
			fail(fmt.Errorf("not a proof: %q", lines[0]))
		}
		var path tlog.RecordProof
		for _, line := range lines[2:] {
			if line == "" {
				break
			}
			path = append(path, hash(line))
		}
		leaf := tlog.RecordHash([]byte(read(os.Args[4])))
		if err := tlog.CheckRecord(path, tree.N, tree.Hash, index, leaf); err != nil {
			fail(err)
		}
	case "from":
		old := checkpoint(key, os.Args[4])
		var path tlog.TreeProof
		for _, line := range lines[3:] {
			if line != "" {
				path = append(path, hash(line))
			}
		}
		if err := tlog.CheckTree(path, tree.N, tree.Hash, old.N, old.Hash); err != nil {
			fail(err)
		}
	}
}
