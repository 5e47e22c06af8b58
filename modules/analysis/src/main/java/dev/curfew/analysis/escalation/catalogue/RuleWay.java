package dev.curfew.analysis.escalation.catalogue;

import java.util.List;
import java.util.stream.Stream;

/// A way that is told by what has to be allowed.
///
/// @param gives whose rights it gives, in the catalogue's words
/// @param all each of these has to be allowed
/// @param need what has to hold besides, and no rule says; empty: nothing
/// @param shown what is written below this path shows that what has to hold does; empty: nothing shows it
/// @param engine the type of the secrets engine whose rights it gives; empty: none's
public record RuleWay(String gives, List<Any> all, String need, String shown, String engine) {
    public RuleWay {
        all = List.copyOf(all);
    }

    /// What it asks for, whichever part wants it.
    public Stream<Request> requests() {
        return all.stream().flatMap(any -> any.requests().stream());
    }

    /// What has to hold besides, said of somebody; empty: nothing.
    public String need(String identity, String target, String resource) {
        return new Words(need, List.of()).about(identity, target, resource).sentence();
    }

    /// One of these has to be allowed.
    public record Any(List<Request> requests) {
        public Any {
            requests = List.copyOf(requests);
        }
    }

    /// @param verbs verbs or capabilities, any of them
    /// @param group the API group; empty: the core group, or none
    /// @param on a resource of Kubernetes, or a path of OpenBao
    /// @param name the object's; empty: any
    public record Request(List<String> verbs, String group, String on, String name) {
        public Request {
            verbs = List.copyOf(verbs);
        }
    }
}
