package dev.curfew.app.console.screen.blastradius.compare;

import dev.curfew.analysis.graph.whatif.PlannedChange;
import dev.curfew.app.console.component.text.Names;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;

/// Planned changes in plain words.
public final class ChangeWords {
    private static final Messages MESSAGES = Messages.of(ChangeWords.class);

    private ChangeWords() {}

    /// "without the credential AKIA…", "ci-deploy detached from ci-deployer".
    public static String of(PlannedChange change, SnapshotIndex index) {
        return switch (change) {
            case PlannedChange.EndCredential(var credential) ->
                MESSAGES.text("change.end", Names.of(index, credential));
            case PlannedChange.EndCredentialsOf(var identity) ->
                MESSAGES.text("change.end.all", Names.of(index, identity));
            case PlannedChange.Detach(var subject, var policy) ->
                MESSAGES.text("change.detach", Names.of(index, policy), Names.of(index, subject));
            case PlannedChange.AddDeny(var subject, var _, var _) ->
                MESSAGES.text("change.deny", Names.of(index, subject));
            case PlannedChange.Narrow(var policy, var _) -> MESSAGES.text("change.narrow", Names.of(index, policy));
            case PlannedChange.AddException(var subject, var policy, var _) ->
                MESSAGES.text("change.exception", Names.of(index, subject), Names.of(index, policy));
        };
    }
}
