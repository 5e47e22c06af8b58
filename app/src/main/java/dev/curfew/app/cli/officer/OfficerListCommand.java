package dev.curfew.app.cli.officer;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.governance.delegation.Delegation;
import dev.curfew.governance.roster.chain.Member;
import dev.curfew.governance.roster.chain.RosterState;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/// Lists officers, those whose key was revoked too.
@Command(name = "list")
public final class OfficerListCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(OfficerListCommand.class);

    static final Listing<Member> LISTING = new Listing<>(
            "curfew.officers/1",
            List.of(
                    Column.whole(MESSAGES.text("name"), Member::name),
                    Column.of(
                            MESSAGES.text("display-name"),
                            member -> member.officer().displayName()),
                    Column.of(MESSAGES.text("roles"), member -> String.join(" ", member.roles())),
                    Column.of(
                            MESSAGES.text("added"),
                            member -> ModelWords.time(member.officer().addedAt())),
                    Column.of(MESSAGES.text("key"), OfficerListCommand::key),
                    Column.of(
                            MESSAGES.text("public-key"),
                            member -> member.officer().publicKey())),
            OfficerListCommand::json,
            MESSAGES.text("officers.none"));

    private final Invocation invocation;

    public OfficerListCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RosterState roster = invocation.desk().rosters().state();
        List<Member> members = roster.isFounded() ? roster.members() : unfounded();
        invocation.printer().list(LISTING, members);
        if (!members.isEmpty()) {
            invocation.printer().note(words(roster));
            invocation
                    .desk()
                    .delegations()
                    .standing()
                    .forEach(one -> invocation.printer().note(words(one)));
        }
        return ExitCode.DONE;
    }

    private List<Member> unfounded() {
        return invocation.desk().officers().list().stream()
                .map(OfficerListCommand::member)
                .toList();
    }

    static Member member(Officer officer) {
        return Member.of(officer, List.of());
    }

    static String words(RosterState roster) {
        return roster.isFounded()
                ? MESSAGES.text(
                        "roster.founded",
                        roster.number(),
                        roster.quorum(),
                        roster.good().size())
                : MESSAGES.text("roster.unfounded");
    }

    private static String words(Delegation one) {
        return MESSAGES.text(
                "speaks-for",
                one.to(),
                one.from(),
                ModelWords.time(one.until()),
                one.scope().words());
    }

    private static String key(Member member) {
        Member.Revocation revocation = member.revocation();
        return revocation == null
                ? MESSAGES.text("key.good")
                : MESSAGES.text("key.revoked", ModelWords.time(revocation.at()));
    }

    private static Map<String, @Nullable Object> json(Member member) {
        Officer officer = member.officer();
        Member.Revocation revocation = member.revocation();
        return new Fields()
                .put("name", officer.name())
                .put("displayName", officer.displayName())
                .put("publicKey", officer.publicKey())
                .put("addedAt", officer.addedAt())
                .put("roles", member.roles())
                .put("revokedAt", revocation == null ? null : revocation.at())
                .put("revokedFor", revocation == null ? null : revocation.reason())
                .map();
    }
}
