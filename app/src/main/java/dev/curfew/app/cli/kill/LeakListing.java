package dev.curfew.app.cli.kill;

import dev.curfew.analysis.inventory.InventoryRow;
import dev.curfew.analysis.reach.Reach;
import dev.curfew.analysis.secret.SecretPlaces;
import dev.curfew.app.cli.output.Column;
import dev.curfew.app.cli.output.Fields;
import dev.curfew.app.cli.output.Listing;
import dev.curfew.app.cli.output.ModelWords;
import dev.curfew.app.usecase.revocation.leak.Leak;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.Messages;
import dev.curfew.revocation.plan.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whose something is that leaked, and what hangs on it.
final class LeakListing {
    private static final Messages MESSAGES = Messages.of(LeakListing.class);

    static final Listing<Row> LISTING = new Listing<>(
            "curfew.leaked/1",
            List.of(
                    Column.whole(MESSAGES.text("credential"), row -> row.found().id()),
                    Column.of(MESSAGES.text("kind"), row -> row.credential(Credential::kind)),
                    Column.of(MESSAGES.text("holder"), row -> row.holder(InventoryRow::name)),
                    Column.of(MESSAGES.text("owner"), row -> row.holder(it -> ModelWords.ownership(it.ownership()))),
                    Column.of(MESSAGES.text("used"), row -> row.credential(it -> ModelWords.usage(it.usage()))),
                    Column.of(MESSAGES.text("reaches"), Row::reach),
                    Column.of(MESSAGES.text("ends"), Row::ends),
                    Column.of(MESSAGES.text("consumers"), row -> row.count("consumers"))),
            LeakListing::json,
            MESSAGES.text("leaked.none"));

    private LeakListing() {}

    /// @param reaches how far it gets, if that is known
    /// @param perhaps how many may end with it besides those that the preview names
    record Row(Leak.Found found, Optional<Told> told, Optional<Told.Counts> reaches, int perhaps) {
        String credential(Function<Credential, String> words) {
            return found.credential().map(words).orElse("");
        }

        String holder(Function<InventoryRow, String> words) {
            return found.row().map(words).orElse("");
        }

        String count(String field) {
            return told.map(it -> Long.toString(it.count(field))).orElse("");
        }

        /// That a source tells of no child is not that there is none.
        String ends() {
            String known = count("endToo");
            return perhaps == 0 || known.isEmpty()
                    ? known
                    : MESSAGES.text("ends.perhaps", known, Integer.toString(perhaps));
        }

        String reach() {
            return reaches.map(Row::words).orElse("");
        }

        private static String words(Told.Counts reach) {
            return reach.administrator()
                    ? MESSAGES.text("reaches.administrator")
                    : MESSAGES.text("reaches.count", Long.toString(reach.reached()), Long.toString(reach.high()));
        }
    }

    /// @param reach asked where the preview does not tell: what cannot be cut off reaches no less for that
    /// @param perhaps what may end with one, and is not known to
    static List<Row> rows(
            Leak leak, Function<CredentialId, Reach> reach, Function<Credential, Set<CredentialId>> perhaps) {
        Map<String, Told> told = Told.of(leak.preview()).stream().collect(Collectors.toMap(Told::credential, it -> it));
        return leak.found().stream()
                .map(found -> row(found, Optional.ofNullable(told.get(found.id())), reach, perhaps))
                .toList();
    }

    private static Row row(
            Leak.Found found,
            Optional<Told> told,
            Function<CredentialId, Reach> reach,
            Function<Credential, Set<CredentialId>> perhaps) {
        Optional<Told.Counts> reaches = told.isPresent()
                ? told.get().reach("reachBefore")
                : found.credential().map(Credential::id).map(reach).map(Told.Counts::of);
        return new Row(
                found,
                told,
                reaches,
                found.credential().map(perhaps).map(Set::size).orElse(0));
    }

    private static Map<String, @Nullable Object> json(Row row) {
        return new Fields()
                .put("credential", row.found().id())
                .put("kind", row.credential(Credential::kind))
                .put("identity", row.holder(LeakListing::identity))
                .put("name", row.holder(InventoryRow::name))
                .put("owner", row.holder(it -> ModelWords.ownership(it.ownership())))
                .put("lastUsed", row.credential(it -> ModelWords.usage(it.usage())))
                .put(
                        "places",
                        row.found().places().stream().map(LeakListing::place).toList())
                .put(
                        "ofOneKey",
                        row.found().ofOneKey().stream()
                                .map(it -> it.id().text())
                                .toList())
                .put("reach", row.reaches().map(LeakListing::reach).orElse(null))
                .put("mayEndToo", row.perhaps())
                .put("preview", row.told().map(Told::fields).orElse(null))
                .map();
    }

    /// Empty where it stands for none.
    private static String identity(InventoryRow row) {
        return row.id() instanceof IdentityId id ? id.text() : "";
    }

    private static Map<String, @Nullable Object> reach(Told.Counts counts) {
        return new Fields()
                .put("reached", counts.reached())
                .put("high", counts.high())
                .put("administrator", counts.administrator())
                .map();
    }

    private static Map<String, @Nullable Object> place(Resource place) {
        String environment = SecretPlaces.environment(place);
        return new Fields()
                .put("id", place.id().text())
                .put("name", place.name())
                .put("inTheOpen", SecretPlaces.isOpen(place))
                .put("environment", environment.isEmpty() ? null : environment)
                .map();
    }
}
