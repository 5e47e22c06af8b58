package dev.curfew.connector.aws.service;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Answers;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Scoped;
import dev.curfew.connector.aws.live.Tally;
import dev.curfew.connector.aws.live.Unanswered;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.connector.tree.MalformedException;
import dev.curfew.model.attribute.Sensitivity;
import dev.curfew.model.estate.Fact;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.text.CanonicalJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Reads one service in one region: its things, then the policies of each.
final class ServiceReading {
    /// What AWS lets an account ask a second before it throttles differs by service; none allows many more.
    private static final int AT_ONCE_MAX = 8;

    private final Account account;
    private final Service service;
    private final String place;
    private final Asking asking;
    private final FactSet facts;

    /// @param place after the names of scopes: `/eu-west-1`, or empty
    ServiceReading(Account account, Service service, String place, Asking asking, FactSet facts) {
        this.account = account;
        this.service = service;
        this.place = place;
        this.asking = asking;
        this.facts = facts;
    }

    List<Coverage> read() throws InterruptedException {
        List<Thing> things = new ArrayList<>();
        Coverage listed = Scoped.read(account, service.scope() + place, () -> {
            things.addAll(service.list(asking));
            return things.size();
        });
        if (!(service instanceof Service.Guarded guarded)) {
            things.forEach(thing -> facts.add(resource(thing)));
            return List.of(listed);
        }
        return List.of(listed, listed.provesAbsence() ? guards(guarded, things) : unlisted(guarded, listed));
    }

    private Coverage unlisted(Service.Guarded guarded, Coverage listed) {
        return new Coverage(
                account.source(), guarded.guardScope() + place, listed.state(), listed.detail(), 0, listed.at());
    }

    private Coverage guards(Service.Guarded guarded, List<Thing> things) throws InterruptedException {
        String scope = guarded.guardScope() + place;
        Tally tally = new Tally(scope);
        Parallel.each(
                Math.min(AT_ONCE_MAX, asking.callsMax()),
                things,
                thing -> look(guarded, thing, scope, tally),
                (_, found) -> facts.addAll(found));
        return tally.coverage(account.source(), account.now());
    }

    private List<Fact> look(Service.Guarded guarded, Thing thing, String scope, Tally tally)
            throws InterruptedException {
        if (tally.isVain()) {
            return unread(thing, scope);
        }
        try {
            Look look = guarded.look(asking, thing);
            tally.done(look.guards().size());
            return known(look, scope);
        } catch (Unanswered e) {
            tally.failed(e.answer());
        } catch (MalformedException e) {
            tally.failed(CoverageState.FAILED, Answers.unreadable(e));
        }
        return unread(thing, scope);
    }

    private List<Fact> known(Look look, String scope) {
        List<Fact> found = new ArrayList<>();
        found.add(resource(look.thing()));
        look.guards().forEach((name, text) -> {
            PolicyId id = guard(look.thing(), name);
            found.add(
                    new Policy(id, "aws.resource-policy", look.thing().name(), text, provenance(scope, id.nativeId())));
            found.add(grant(look.thing(), id, scope));
        });
        return found;
    }

    /// It may have a policy, of which nothing is known.
    private List<Fact> unread(Thing thing, String scope) {
        return List.of(resource(thing), grant(thing, guard(thing, Look.POLICY), scope));
    }

    private PolicyId guard(Thing thing, String name) {
        return new PolicyId(account.source(), thing.arn() + "#" + name);
    }

    private Grant grant(Thing thing, PolicyId policy, String scope) {
        return new Grant(
                new ResourceId(account.source(), thing.arn()),
                policy,
                GrantRole.RESOURCE,
                "",
                provenance(scope, policy.nativeId()));
    }

    private Resource resource(Thing thing) {
        return new Resource(
                new ResourceId(account.source(), thing.arn()),
                "aws." + service.kind(),
                thing.name(),
                Sensitivity.UNKNOWN,
                thing.tags(),
                provenance(service.scope() + place, thing.arn()));
    }

    private Provenance provenance(String scope, String arn) {
        return new Provenance(scope, service.kind(), CanonicalJson.text(Map.of("Arn", arn)));
    }
}
