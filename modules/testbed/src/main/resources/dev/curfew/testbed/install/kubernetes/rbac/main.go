// Asks Kubernetes' own RBAC authorizer many cases, in the format of `curfew evaluate kubernetes`: the peer in
// conformance tests and benchmarks.
//
//	rbac answers CASES            prints {"allowed":…,"subjects":[…]} a line
//	rbac speed CASES SECONDS      prints {"decisions":…,"seconds":…,"cpuSeconds":…,"allowed":…}: objects built, over all
//	                              cases in turn
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"syscall"
	"time"

	rbacv1 "k8s.io/api/rbac/v1"
	"k8s.io/apiserver/pkg/authentication/user"
	"k8s.io/apiserver/pkg/authorization/authorizer"
	"k8s.io/kubernetes/pkg/registry/rbac/validation"
	"k8s.io/kubernetes/plugin/pkg/auth/authorizer/rbac"
)

type given struct {
	Roles []struct {
		Kind, Namespace, Name string
		Rules                 []rbacv1.PolicyRule
	}
	Bindings []struct {
		Kind, Namespace, Name string
		RoleRef               rbacv1.RoleRef
		Subjects              []rbacv1.Subject
	}
	Subject struct {
		User   string
		Groups []string
	}
	Verb, ApiGroup, Resource, Subresource, Name, Namespace, NonResourceURL string
}

type question struct {
	roles               []*rbacv1.Role
	clusterRoles        []*rbacv1.ClusterRole
	roleBindings        []*rbacv1.RoleBinding
	clusterRoleBindings []*rbacv1.ClusterRoleBinding
	attributes          authorizer.AttributesRecord
}

func main() {
	questions := read(os.Args[2])
	if os.Args[1] == "answers" {
		answers(questions)
		return
	}
	seconds, err := strconv.ParseFloat(os.Args[3], 64)
	check(err)
	run(questions, seconds/4)
	cpu := cpuSeconds()
	decisions, allowed, took := run(questions, seconds)
	fmt.Printf("{\"decisions\":%d,\"seconds\":%f,\"cpuSeconds\":%f,\"allowed\":%d}\n",
		decisions, took, cpuSeconds()-cpu, allowed)
}

// cpuSeconds is what all threads of this process have used: on a busy machine the clock says little.
func cpuSeconds() float64 {
	var usage syscall.Rusage
	check(syscall.Getrusage(syscall.RUSAGE_SELF, &usage))
	return float64(usage.Utime.Nano()+usage.Stime.Nano()) / 1e9
}

// run goes over all questions, as often as the time allows, and counts who is allowed in one go.
func run(questions []*question, seconds float64) (int, int, float64) {
	start := time.Now()
	decisions, allowed := 0, 0
	for first := true; time.Since(start).Seconds() < seconds; first = false {
		for _, q := range questions {
			if q.decide() && first {
				allowed++
			}
			decisions++
		}
	}
	return decisions, allowed, time.Since(start).Seconds()
}

func (q *question) resolver() *validation.StaticRoles {
	_, state := validation.NewTestRuleResolver(q.roles, q.roleBindings, q.clusterRoles, q.clusterRoleBindings)
	return state
}

func (q *question) decide() bool {
	state := q.resolver()
	decision, _, _ := rbac.New(state, state, state, state).Authorize(context.Background(), q.attributes)
	return decision == authorizer.DecisionAllow
}

func answers(questions []*question) {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, q := range questions {
		state := q.resolver()
		subjects, _ := rbac.NewSubjectAccessEvaluator(state, state, state, state, "").
			AllowedSubjects(context.Background(), q.attributes)
		names := []string{}
		for _, subject := range subjects {
			if subject.Kind == rbacv1.ServiceAccountKind {
				names = append(names, subject.Kind+":"+subject.Namespace+":"+subject.Name)
			} else {
				names = append(names, subject.Kind+":"+subject.Name)
			}
		}
		line, err := json.Marshal(map[string]any{"allowed": q.decide(), "subjects": names})
		check(err)
		fmt.Fprintln(out, string(line))
	}
}

func read(file string) []*question {
	in, err := os.Open(file)
	check(err)
	defer in.Close()
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<24)
	questions := []*question{}
	for lines.Scan() {
		var g given
		check(json.Unmarshal(lines.Bytes(), &g))
		questions = append(questions, g.question())
	}
	check(lines.Err())
	return questions
}

func (g *given) question() *question {
	q := &question{attributes: authorizer.AttributesRecord{
		User:            &user.DefaultInfo{Name: g.Subject.User, Groups: g.Subject.Groups},
		Verb:            g.Verb,
		Namespace:       g.Namespace,
		APIGroup:        g.ApiGroup,
		Resource:        g.Resource,
		Subresource:     g.Subresource,
		Name:            g.Name,
		ResourceRequest: g.NonResourceURL == "",
		Path:            g.NonResourceURL,
	}}
	for _, role := range g.Roles {
		if role.Kind == "Role" {
			r := &rbacv1.Role{Rules: role.Rules}
			r.Name, r.Namespace = role.Name, role.Namespace
			q.roles = append(q.roles, r)
		} else {
			r := &rbacv1.ClusterRole{Rules: role.Rules}
			r.Name = role.Name
			q.clusterRoles = append(q.clusterRoles, r)
		}
	}
	for _, binding := range g.Bindings {
		if binding.Kind == "RoleBinding" {
			b := &rbacv1.RoleBinding{RoleRef: binding.RoleRef, Subjects: binding.Subjects}
			b.Name, b.Namespace = binding.Name, binding.Namespace
			q.roleBindings = append(q.roleBindings, b)
		} else {
			b := &rbacv1.ClusterRoleBinding{RoleRef: binding.RoleRef, Subjects: binding.Subjects}
			b.Name = binding.Name
			q.clusterRoleBindings = append(q.clusterRoleBindings, b)
		}
	}
	return q
}

func check(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
