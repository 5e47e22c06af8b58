// Lists the service tokens of an OpenBao with OpenBao's own client: the peer in benchmarks.
//
//	tokens AT_ONCE    prints {"tokens":…,"requests":…}; the server and the token are in BAO_ADDR and BAO_TOKEN
package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"strconv"
	"sync"
	"sync/atomic"

	"github.com/openbao/openbao/api/v2"
)

func main() {
	atOnce, err := strconv.Atoi(os.Args[1])
	check(err)
	client := connect(atOnce)
	listed, err := client.Logical().List("auth/token/accessors")
	check(err)
	accessors := listed.Data["keys"].([]any)
	tokens := make([]*api.Secret, len(accessors))
	var next atomic.Int64
	var threads sync.WaitGroup
	for range atOnce {
		threads.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(accessors)); i = next.Add(1) - 1 {
				token, err := client.Auth().Token().LookupAccessor(accessors[i].(string))
				check(err)
				tokens[i] = token
			}
		})
	}
	threads.Wait()
	check(json.NewEncoder(os.Stdout).Encode(map[string]int{"tokens": count(tokens), "requests": 1 + len(accessors)}))
}

// connect keeps as many connections as are used at once: the client's own default opens most of them anew.
func connect(atOnce int) *api.Client {
	config := api.DefaultConfig()
	check(config.Error)
	config.HttpClient.Transport.(*http.Transport).MaxIdleConnsPerHost = atOnce
	client, err := api.NewClient(config)
	check(err)
	return client
}

func count(tokens []*api.Secret) int {
	known := 0
	for _, token := range tokens {
		if token != nil && token.Data["accessor"] != nil {
			known++
		}
	}
	return known
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
