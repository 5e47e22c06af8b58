package dev.curfew.connector.openbao.timebox;

import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timebox.Boxable;
import dev.curfew.model.timebox.StandingAccess;
import dev.curfew.model.timebox.TimeBox;
import dev.curfew.model.timebox.TimeBoxer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Disables an entity: the server takes none of its tokens, and no login, until it is enabled again. It holds no time
/// for that.
///
/// <https://openbao.org/api-docs/secret/identity/entity/>
final class EntityEnds implements TimeBoxer {
    private static final Messages MESSAGES = Messages.of(EntityEnds.class);
    private static final String ENTITY = "entity/";
    private static final String DISABLED = "disabled";

    private final Writing writing;

    EntityEnds(Writing writing) {
        this.writing = writing;
    }

    static boolean isOne(IdentityId id) {
        return id.nativeId().startsWith(ENTITY);
    }

    @Override
    public Boxable look(StandingAccess access, Instant until) throws InterruptedException {
        if (!(writing.read(path(access)) instanceof BaoAnswer.Done done) || isDisabled(done)) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    MESSAGES.text("entity.not", access.subject().text()));
        }
        return new Boxable(
                Map.of(), false, MESSAGES.text("entity.how"), List.of(MESSAGES.text("entity.leases")), false);
    }

    /// There is nothing to write; that it is still there is looked at.
    @Override
    public ActionOutcome begin(TimeBox box) throws InterruptedException {
        return writing.with(
                path(box.access()),
                now -> now instanceof BaoAnswer.Done done && !isDisabled(done)
                        ? writing.already("entity.begun")
                        : writing.refused("entity.not", box.access().subject().text()));
    }

    @Override
    public ActionOutcome end(TimeBox box) throws InterruptedException {
        return writing.with(
                path(box.access()),
                now -> now instanceof BaoAnswer.Done done && !isDisabled(done)
                        ? writing.write(path(box.access()), Map.of(DISABLED, true), MESSAGES.text("entity.disabled"))
                        : writing.already("entity.over"));
    }

    @Override
    public ActionOutcome lift(TimeBox box, boolean ended) throws InterruptedException {
        return writing.with(path(box.access()), now -> {
            if (!(now instanceof BaoAnswer.Done done)) {
                return writing.refused("entity.not", box.access().subject().text());
            }
            if (!isDisabled(done)) {
                return writing.already("entity.stands");
            }
            return ended
                    ? writing.write(path(box.access()), Map.of(DISABLED, false), MESSAGES.text("entity.enabled"))
                    : writing.already("entity.left");
        });
    }

    private static boolean isDisabled(BaoAnswer.Done done) {
        return done.data().path(DISABLED).asBoolean();
    }

    private static String path(StandingAccess access) {
        return "identity/entity/id/"
                + BaoPath.encode(access.subject().nativeId().substring(ENTITY.length()));
    }
}
