package dev.curfew.governance;

import static dev.curfew.governance.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.OfficerKeys;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.outcome.Refusal;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.request.RequestOrder;
import dev.curfew.model.governance.Approval;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Officer;
import dev.curfew.model.governance.RequestState;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.text.Sha256;
import dev.curfew.testbed.memory.PlainPassphrases;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every attack of the table, by somebody who can write to the database, the ledger's rows and the snapshot, but has no
/// officer's key: refused with its reason, and no credential comes of it.
class ForgeryTableTest {
    private static final PolicyPack CLOSED =
            new PolicyPack("@id(\"closed\") forbid (principal, action, resource);", "{\"base\":{},\"cases\":[]}");

    @TempDir
    private Path directory;

    static List<Attack> attacks() {
        return List.of(
                new Attack("state set to approved", Refusal.NOT_APPROVED, (town, _) -> {
                    ExceptionRequest request = town.request();
                    return issued(town, set(town, request, RequestState.APPROVED));
                }),
                new Attack("approval row copied from another request", Refusal.NOT_APPROVED, (town, _) -> {
                    ExceptionRequest real = town.approved();
                    ExceptionRequest forged = town.request();
                    copyRow(town, real, forged);
                    return issued(town, set(town, forged, RequestState.APPROVED));
                }),
                new Attack("statement replayed for another request", Refusal.FORGED, (town, _) -> {
                    town.approved();
                    return replayed(town, town.request(), "request.approved");
                }),
                new Attack("statement replayed from a cloned workspace", Refusal.FORGED, (town, directory) -> {
                    // The clone has the same roster, keys and device; its request has the same id.
                    Town clone = new Town(directory.resolve("clone"));
                    ExceptionRequest there = clone.requests
                            .submit(clone.key("ada"), new RequestOrder(Town.BREAK_GLASS, Town.QUARTER, "a drill"))
                            .orThrow();
                    clone.approve(there.id(), "bo").orThrow();
                    Map<String, Object> approval = details(clone, "request.approved");
                    ExceptionRequest here = town.request();
                    assertThat(here.id()).isEqualTo(there.id());
                    enter(town, here, "bo", approval);
                    return issued(town, set(town, here, RequestState.APPROVED));
                }),
                new Attack("denial turned into an approval", Refusal.FORGED, (town, _) -> {
                    town.deny(town.request().id(), "bo").orThrow();
                    return replayed(town, town.request(), "request.denied");
                }),
                new Attack("denied set back to approved", Refusal.DENIED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.deny(request.id(), "bo").orThrow();
                    return issued(town, set(town, request, RequestState.APPROVED));
                }),
                new Attack("withdrawn set back to approved", Refusal.ILLEGAL_STATE, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.ends.withdraw(request.id(), town.key("ada"), "").orThrow();
                    return issued(town, set(town, request, RequestState.APPROVED));
                }),
                new Attack("timed out set back to pending", Refusal.ILLEGAL_STATE, (town, _) -> {
                    ExceptionRequest request = town.request();
                    town.clock.advance(Duration.ofDays(4));
                    town.ends.due();
                    return town.approve(set(town, request, RequestState.PENDING).id(), "bo");
                }),
                new Attack("ended set back to approved", Refusal.USED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.issuing.issue(request.id(), "ada").orThrow().value().close();
                    town.clock.advance(Duration.ofMinutes(16));
                    return issued(town, set(town, request, RequestState.APPROVED));
                }),
                new Attack("issued twice", Refusal.ILLEGAL_STATE, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.issuing.issue(request.id(), "ada").orThrow().value().close();
                    town.clock.advance(Duration.ofMinutes(16));
                    return issued(town, request);
                }),
                new Attack("made longer after the approval", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest it = town.approved().as(RequestState.APPROVED);
                    return issued(
                            town, save(town, edited(it, it.requester(), Duration.ofHours(8), it.reason(), it.nonce())));
                }),
                new Attack("reason changed after the approval", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest it = town.approved().as(RequestState.APPROVED);
                    return issued(town, save(town, edited(it, it.requester(), it.duration(), "routine", it.nonce())));
                }),
                new Attack("nonce changed", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest it = town.approved().as(RequestState.APPROVED);
                    return issued(
                            town, save(town, edited(it, it.requester(), it.duration(), it.reason(), "0".repeat(32))));
                }),
                new Attack("put in anothers name", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest it = town.request();
                    save(town, edited(it, "bo", it.duration(), it.reason(), it.nonce()));
                    return town.approve(it.id(), "ada");
                }),
                new Attack(
                        "approved by who asked",
                        Refusal.SELF_APPROVAL,
                        (town, _) -> town.approve(town.request().id(), "ada")),
                new Attack("signed twice by one", Refusal.ALREADY_SIGNED, (town, _) -> {
                    town.connect(Map.of("environment", "production"));
                    ExceptionRequest request = town.approved();
                    return town.approve(request.id(), "bo");
                }),
                new Attack("two profiles on one device in production", Refusal.ILLEGAL_STATE, (town, _) -> {
                    town.connect(Map.of("environment", "production"));
                    town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
                    ExceptionRequest request = town.approved();
                    town.approve(request.id(), "cy").orThrow();
                    return issued(town, request);
                }),
                new Attack("two profiles on one device and the row set", Refusal.NOT_APPROVED, (town, _) -> {
                    town.connect(Map.of("environment", "production"));
                    town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
                    ExceptionRequest request = town.approved();
                    town.approve(request.id(), "cy").orThrow();
                    return issued(town, set(town, request, RequestState.APPROVED));
                }),
                new Attack("statement good for longer", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    rewrite(town, "statement", text -> text.replace("2026-11-22T11", "2027-11-22T11"));
                    return issued(town, request);
                }),
                new Attack("statement backdated", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    rewrite(town, "statement", text -> text.replace("\"at\":\"2026-11-22", "\"at\":\"2026-11-21"));
                    return issued(town, request);
                }),
                new Attack("statement of another machine", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    rewrite(town, "statement", text -> text.replace("0".repeat(32), "1".repeat(32)));
                    return issued(town, request);
                }),
                new Attack("statement of another officer", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.officers.add("cy", "Cy", Town.passphrase("cy")).orThrow();
                    rewrite(town, "officer", _ -> "cy");
                    return issued(town, request);
                }),
                new Attack("signature made up", Refusal.FORGED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    rewrite(town, "signature", text -> "AAAA" + text.substring(4));
                    return issued(town, request);
                }),
                new Attack("approval left lying", Refusal.APPROVAL_EXPIRED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.clock.advance(Duration.ofHours(8));
                    return issued(town, request);
                }),
                new Attack("key swapped in the roster", Refusal.ROSTER_CHANGED, (town, directory) -> {
                    ExceptionRequest request = town.approved();
                    swapKey(town, "bo", directory);
                    return issued(town, request);
                }),
                new Attack("officer taken out of the roster", Refusal.NOT_AN_OFFICER, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.unitOfWork.run(transaction -> {
                        transaction.officers().remove("bo");
                        return true;
                    });
                    return issued(town, request);
                }),
                new Attack("targets text changed", Refusal.POLICY_CHANGED, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    town.source.policy(Town.BREAK_GLASS, "path \"*\" { capabilities = [\"sudo\"] }");
                    return issued(town, request);
                }),
                new Attack("name given to another text before the signature", Refusal.POLICY_CHANGED, (town, _) -> {
                    ExceptionRequest request = town.request();
                    town.publish("path \"*\" { capabilities = [\"sudo\"] }");
                    return town.approve(request.id(), "bo");
                }),
                new Attack("policies changed since", Refusal.POLICY_REFUSES, (town, _) -> {
                    ExceptionRequest request = town.approved();
                    new PolicyBook(town.office).save(town.key("bo"), CLOSED).orThrow();
                    return issued(town, request);
                }),
                new Attack("reading too old", Refusal.STALE_SNAPSHOT, (town, _) -> {
                    town.clock.advance(Duration.ofHours(20));
                    ExceptionRequest request = town.approved();
                    town.clock.advance(Duration.ofHours(5));
                    return issued(town, request);
                }));
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithItsReason(Attack attack) {
        Town town = new Town(directory.resolve("town"));

        Outcome<?> outcome = attack.trying().in(town, directory);

        assertRefused(outcome, attack.why());
        assertThat(town.source.working()).isEmpty();
    }

    @Test
    void withoutAnAttackItIsIssued() {
        Town town = new Town(directory.resolve("town"));

        town.issuing.issue(town.approved().id(), "ada").orThrow().value().close();

        assertThat(town.source.working()).hasSize(1);
    }

    private static Outcome<?> issued(Town town, ExceptionRequest request) {
        return town.issuing.issue(request.id(), "ada");
    }

    private static ExceptionRequest set(Town town, ExceptionRequest request, RequestState state) {
        return save(town, request.as(state));
    }

    private static ExceptionRequest save(Town town, ExceptionRequest request) {
        return town.unitOfWork.run(transaction -> {
            transaction.requests().save(request);
            return request;
        });
    }

    private static ExceptionRequest edited(
            ExceptionRequest it, String requester, Duration duration, String reason, String nonce) {
        return new ExceptionRequest(
                it.id(),
                requester,
                it.policy(),
                it.policyTextHash(),
                duration,
                reason,
                it.claims(),
                it.addsReach(),
                it.snapshotNumber(),
                nonce,
                it.requestedAt(),
                it.state());
    }

    private static void copyRow(Town town, ExceptionRequest from, ExceptionRequest to) {
        town.unitOfWork.run(transaction -> {
            Approval row = transaction.approvals().find(from.id() + "/bo").orElseThrow();
            transaction
                    .approvals()
                    .save(new Approval(to.id(), "bo", row.decision(), row.at(), row.statement(), row.signature()));
            return row;
        });
    }

    private static Outcome<?> replayed(Town town, ExceptionRequest request, String type) {
        enter(town, request, "bo", details(town, type));
        return issued(town, set(town, request, RequestState.APPROVED));
    }

    private static Map<String, Object> details(Town town, String type) {
        return town.ledger().stream()
                .filter(entry -> entry.event().type().equals(type))
                .findFirst()
                .orElseThrow()
                .event()
                .details();
    }

    private static void enter(Town town, ExceptionRequest request, String officer, Map<String, Object> details) {
        town.unitOfWork.run(transaction -> town.auditLog.append(
                transaction,
                new AuditEvent("request.approved", Town.START, officer, Sha256.ofJson(request.toJson()), details)));
    }

    private static void rewrite(Town town, String name, UnaryOperator<String> change) {
        town.unitOfWork.run(transaction -> {
            town.auditLog.rewrite(transaction, event -> {
                if (!event.type().equals("request.approved")) {
                    return event;
                }
                Map<String, Object> details = new HashMap<>(event.details());
                String before = String.valueOf(details.get(name));
                String after = change.apply(before);
                assertThat(after).isNotEqualTo(before);
                details.put(name, after);
                return new AuditEvent(event.type(), event.at(), event.actor(), event.subjectHash(), details);
            });
            return true;
        });
    }

    private static void swapKey(Town town, String officer, Path directory) {
        OfficerKeys mallorys =
                new OfficerKeys(directory.resolve("mallory"), new PlainPassphrases(), new SecureRandom(), town.clock);
        String publicKey = mallorys.make(officer, Town.passphrase("mallory"));
        town.unitOfWork.run(transaction -> {
            transaction.officers().save(new Officer(officer, officer, publicKey, Town.START));
            return true;
        });
    }
}
