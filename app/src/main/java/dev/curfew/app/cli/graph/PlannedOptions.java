package dev.curfew.app.cli.graph;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.cli.see.Named;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import picocli.CommandLine.Option;

/// Changes that somebody thinks of. Each option may come several times.
final class PlannedOptions {
    private static final Messages MESSAGES = Messages.of(PlannedOptions.class);

    /// Far above the longest policy that a provider takes.
    private static final int BYTES_MAX = 1 << 20;

    @Option(names = "--revoke", paramLabel = "ID", descriptionKey = "what-if.revoke")
    private List<String> revoke = List.of();

    @Option(names = "--expire", paramLabel = "ID", descriptionKey = "what-if.expire")
    private List<String> expire = List.of();

    @Option(
            names = "--detach",
            arity = "2",
            paramLabel = "ID POLICY",
            hideParamSyntax = true,
            descriptionKey = "what-if.detach")
    private List<String> detach = List.of();

    @Option(
            names = "--add-deny",
            arity = "2",
            paramLabel = "ID FILE",
            hideParamSyntax = true,
            descriptionKey = "what-if.add-deny")
    private List<String> addDeny = List.of();

    @Option(
            names = "--narrow",
            arity = "2",
            paramLabel = "POLICY FILE",
            hideParamSyntax = true,
            descriptionKey = "what-if.narrow")
    private List<String> narrow = List.of();

    @Option(
            names = "--add-exception",
            arity = "2",
            paramLabel = "ID POLICY",
            hideParamSyntax = true,
            descriptionKey = "what-if.add-exception")
    private List<String> addException = List.of();

    /// In the order of the options above.
    ///
    /// @throws Refused for a name that names nothing, or a file that cannot be read
    List<PlannedChange> changes(Estate estate) {
        List<PlannedChange> changes = new ArrayList<>();
        revoke.forEach(id -> changes.add(end(Named.in(estate, id))));
        expire.forEach(id -> changes.add(end(Named.in(estate, id))));
        pairs(detach, (id, policy) -> new PlannedChange.Detach(Named.in(estate, id), policy(estate, policy)), changes);
        pairs(addDeny, (id, file) -> deny(estate, Named.in(estate, id), file), changes);
        pairs(
                narrow,
                (policy, file) ->
                        new PlannedChange.Narrow(policy(estate, policy), TextFile.read(Path.of(file), BYTES_MAX)),
                changes);
        pairs(
                addException,
                (id, policy) -> new PlannedChange.AddException(Named.in(estate, id), policy(estate, policy), ""),
                changes);
        return changes;
    }

    private static void pairs(
            List<String> typed, BiFunction<String, String, PlannedChange> change, List<PlannedChange> changes) {
        for (int i = 0; i + 1 < typed.size(); i += 2) {
            changes.add(change.apply(typed.get(i), typed.get(i + 1)));
        }
    }

    private static PlannedChange end(EntityId id) {
        return switch (id) {
            case CredentialId credential -> new PlannedChange.EndCredential(credential);
            case IdentityId identity -> new PlannedChange.EndCredentialsOf(identity);
            case PolicyId _, ResourceId _ -> throw new Refused(MESSAGES.text("what-if.no-credential", id));
        };
    }

    private static PolicyId policy(Estate estate, String typed) {
        return Named.in(estate, typed) instanceof PolicyId policy ? policy : refusePolicy(typed);
    }

    private static PolicyId refusePolicy(String typed) {
        throw new Refused(MESSAGES.text("what-if.no-policy", typed));
    }

    /// The kind is that of the policies that the subject's source has.
    private static PlannedChange deny(Estate estate, EntityId subject, String file) {
        String kind = estate.current().snapshot().policies().stream()
                .filter(policy -> policy.source().equals(subject.source()))
                .map(Policy::kind)
                .filter(each -> each.endsWith(".policy") || each.endsWith(".acl"))
                .findFirst()
                .orElseThrow(() -> new Refused(MESSAGES.text("what-if.no-deny", subject.source())));
        return new PlannedChange.AddDeny(subject, kind, TextFile.read(Path.of(file), BYTES_MAX));
    }
}
