package dev.curfew.connector.postgres.timebox;

import dev.curfew.connector.postgres.facts.PgNames;
import dev.curfew.connector.postgres.link.PgException;
import dev.curfew.connector.postgres.link.PgSession;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Instant;
import java.util.List;

/// Ends that a role is a member of a group. PostgreSQL holds no end of a membership: Curfew takes it away.
final class MembershipEnds implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(MembershipEnds.class);

    private final Acting acting;

    MembershipEnds(Acting acting) {
        this.acting = acting;
    }

    private record Membership(String group, String member) {
        static Membership of(StandingAccess access) {
            String group = access.group()
                    .flatMap(PgNames::group)
                    .orElseThrow(() -> new SourceException(
                            SourceException.Kind.REFUSED,
                            MESSAGES.text(
                                    "no-membership", access.part().orElseThrow().nativeId())));
            return new Membership(group, BoxedLogin.roleOf(access.subject()));
        }

        List<GrantedBy> now(PgSession session) throws PgException, InterruptedException {
            return GrantedBy.all(session, group, member);
        }
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        Membership membership = Membership.of(access);
        List<GrantedBy> all = acting.read(membership::now);
        List<String> others = acting.look(session -> GrantedBy.others(session, all));
        if (!others.isEmpty()) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    MESSAGES.text(
                            "member.others-grant", membership.member(), membership.group(), String.join(", ", others)));
        }
        if (all.isEmpty()) {
            throw new SourceException(
                    SourceException.Kind.REFUSED, MESSAGES.text("no-member", membership.member(), membership.group()));
        }
        return new Boxable(
                GrantedBy.kept(all),
                false,
                MESSAGES.text("member.how"),
                List.of(MESSAGES.text("member.sessions", membership.group()), MESSAGES.text("member.others")),
                false);
    }

    /// There is nothing to write; that it is still there is looked at.
    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        Membership membership = Membership.of(box.access());
        return acting.act(session -> GrantedBy.kept(membership.now(session)).equals(box.prior())
                ? acting.already("member.begun")
                : acting.refused("member.changed", membership.member(), membership.group()));
    }

    /// Whoever granted it by now.
    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        Membership membership = Membership.of(box.access());
        return acting.act(session -> {
            List<GrantedBy> all = membership.now(session);
            if (all.isEmpty()) {
                return acting.already("member.gone", membership.member(), membership.group());
            }
            session.begin();
            for (GrantedBy one : all) {
                session.run(one.revoke(session, membership.group(), membership.member()));
            }
            session.commit();
            return acting.done("member.ended", membership.member(), membership.group());
        });
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        Membership membership = Membership.of(box.access());
        return acting.act(session -> {
            List<GrantedBy> now = membership.now(session);
            if (GrantedBy.kept(now).equals(box.prior())) {
                return acting.already("member.back", membership.member(), membership.group());
            }
            if (!now.isEmpty()) {
                return acting.refused("member.changed", membership.member(), membership.group());
            }
            if (!ended) {
                return acting.already("member.left", membership.member(), membership.group());
            }
            session.begin();
            for (GrantedBy one : GrantedBy.of(box.prior())) {
                session.run(one.grant(session, membership.group(), membership.member()));
            }
            session.commit();
            return acting.done("member.back", membership.member(), membership.group());
        });
    }
}
