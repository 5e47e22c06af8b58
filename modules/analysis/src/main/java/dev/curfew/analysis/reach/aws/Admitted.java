package dev.curfew.analysis.reach.aws;

import dev.curfew.analysis.aws.document.PolicyDocument;
import dev.curfew.analysis.aws.document.Principals;
import dev.curfew.analysis.aws.document.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Things by whom their own policies name: by somebody's name, or as open to whoever comes. Whether they let him in is
/// for the evaluator to say.
final class Admitted<T> {
    private final Map<String, List<T>> byName = new HashMap<>();
    private final List<T> open = new ArrayList<>();

    void add(T thing, PolicyDocument policy) {
        policy.statements().stream().filter(Statement::allows).forEach(it -> add(thing, it));
    }

    private void add(T thing, Statement statement) {
        Principals principals = statement.principals();
        if (principals == null) {
            return;
        }
        if (principals.everyone() || principals.mightNameAny() || statement.notPrincipals()) {
            open.add(thing);
        }
        principals
                .aws()
                .forEach(name ->
                        byName.computeIfAbsent(name, _ -> new ArrayList<>()).add(thing));
    }

    /// @param name as it is written: an ARN, the number of an account
    List<T> by(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /// Those that name everyone, everyone but some, or somebody in a way that does not tell whom.
    List<T> open() {
        return open;
    }
}
