// Command main checks the ledger's vectors and tiles with golang.org/x/mod/sumdb, an implementation that shares nothing
// with ours. It runs from cross-check.test.ts:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run main.go VECTORS TILES
//
// VECTORS is the folder with log.json, proofs.json and checkpoint-1000.note; TILES holds the tiles and entry bundles of
// the vector log at its largest size. It prints one line a check and ends with 1 at the first that fails.
package main

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

type logFile struct {
	Vkeys map[string]string
	Roots []struct {
		Size   int64
		Sha256 string
	}
}

type proofFile struct {
	Inclusion struct {
		Index, Size int64
		Path        []tlog.Hash
	}
	Consistency struct {
		OldSize, NewSize int64
		Path             []tlog.Hash
	}
}

// cosigner verifies C2SP cosignature/v1 with Ed25519, which x/mod does not know.
type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(msg, sig []byte) bool {
	if len(sig) != 72 {
		return false
	}
	time := binary.BigEndian.Uint64(sig)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, msg)
	return ed25519.Verify(c.key, []byte(signed), sig[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	id, err := hex.DecodeString(parts[1])
	check(err)
	key, err := base64.StdEncoding.DecodeString(parts[2])
	check(err)
	return cosigner{parts[0], binary.BigEndian.Uint32(id), key[1:]}
}

// tiles reads our files: the same tiles under a path without the height.
type tiles struct{ dir string }

func (tiles) Height() int                     { return 8 }
func (tiles) SaveTiles([]tlog.Tile, [][]byte) {}
func (t tiles) ReadTiles(want []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range want {
		path := strings.Replace(tile.Path(), "tile/8/", "tile/", 1)
		data, err := os.ReadFile(filepath.Join(t.dir, path))
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func main() {
	vectors, dir := os.Args[1], os.Args[2]
	var logs logFile
	var proofs proofFile
	readJSON(filepath.Join(vectors, "log.json"), &logs)
	readJSON(filepath.Join(vectors, "proofs.json"), &proofs)
	roots := map[int64]tlog.Hash{}
	largest := int64(0)
	for _, r := range logs.Roots {
		raw, err := hex.DecodeString(r.Sha256)
		check(err)
		var root tlog.Hash
		copy(root[:], raw)
		roots[r.Size] = root
		if r.Size > largest {
			largest = r.Size
		}
	}
	checkNote(vectors, logs)
	leaves := readEntries(dir, largest)
	checkRoots(leaves, roots)
	inc, con := proofs.Inclusion, proofs.Consistency
	check(tlog.CheckRecord(inc.Path, inc.Size, roots[inc.Size], inc.Index, leaves[inc.Index]))
	fmt.Println("ok inclusion proof")
	check(tlog.CheckTree(con.Path, con.NewSize, roots[con.NewSize], con.OldSize, roots[con.OldSize]))
	fmt.Println("ok consistency proof")
	checkTiles(dir, largest, roots[largest], leaves)
}

func checkNote(vectors string, logs logFile) {
	msg, err := os.ReadFile(filepath.Join(vectors, "checkpoint-1000.note"))
	check(err)
	verifier, err := note.NewVerifier(logs.Vkeys["log"])
	check(err)
	n, err := note.Open(msg, note.VerifierList(verifier, newCosigner(logs.Vkeys["witness"])))
	check(err)
	if len(n.Sigs) != 2 || len(n.UnverifiedSigs) != 1 {
		log.Fatalf("%d verified and %d unknown signatures", len(n.Sigs), len(n.UnverifiedSigs))
	}
	fmt.Println("ok checkpoint")
}

// readEntries reads the entry bundles and hashes each entry as a leaf.
func readEntries(dir string, size int64) []tlog.Hash {
	var leaves []tlog.Hash
	for n := int64(0); n*256 < size; n++ {
		width := size - n*256
		if width > 256 {
			width = 256
		}
		path := (tlog.Tile{H: 8, L: -1, N: n, W: int(width)}).Path()
		path = strings.Replace(path, "tile/8/data/", "tile/entries/", 1)
		data, err := os.ReadFile(filepath.Join(dir, path))
		check(err)
		for len(data) > 0 {
			length := int(binary.BigEndian.Uint16(data))
			leaves = append(leaves, tlog.RecordHash(data[2:2+length]))
			data = data[2+length:]
		}
	}
	if int64(len(leaves)) != size {
		log.Fatalf("%d entries in the bundles", len(leaves))
	}
	fmt.Println("ok entry bundles")
	return leaves
}

func checkRoots(leaves []tlog.Hash, roots map[int64]tlog.Hash) {
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		var hashes []tlog.Hash
		for _, i := range indexes {
			hashes = append(hashes, stored[i])
		}
		return hashes, nil
	})
	for i, leaf := range leaves {
		hashes, err := tlog.StoredHashesForRecordHash(int64(i), leaf, reader)
		check(err)
		stored = append(stored, hashes...)
	}
	for size, want := range roots {
		if size == 0 { // x/mod before 0.8 has zeros for the root of nothing
			continue
		}
		root, err := tlog.TreeHash(size, reader)
		check(err)
		if root != want {
			log.Fatalf("root of size %d is %v", size, root)
		}
	}
	fmt.Println("ok roots")
}

func checkTiles(dir string, size int64, root tlog.Hash, leaves []tlog.Hash) {
	reader := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, tiles{dir})
	for i := int64(0); i < 300; i++ {
		index := i * 7919 % size
		proof, err := tlog.ProveRecord(size, index, reader)
		check(err)
		check(tlog.CheckRecord(proof, size, root, index, leaves[index]))
	}
	fmt.Println("ok tiles")
}

func readJSON(path string, value any) {
	data, err := os.ReadFile(path)
	check(err)
	check(json.Unmarshal(data, value))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
