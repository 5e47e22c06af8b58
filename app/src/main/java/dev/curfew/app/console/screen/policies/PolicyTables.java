package dev.curfew.app.console.screen.policies;

import dev.curfew.app.console.component.table.Columns;
import dev.curfew.app.console.component.table.DataTable;
import dev.curfew.governance.judgement.Replay;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyRule;
import dev.curfew.model.text.Messages;
import java.util.Comparator;
import java.util.List;

/// The tables of the screen.
final class PolicyTables {

    private static final Messages MESSAGES = Messages.of(PolicyTables.class);

    private PolicyTables() {}

    static DataTable<PolicyRule> rules() {
        DataTable<PolicyRule> table = new DataTable<>(
                MESSAGES.text("rules.table"),
                List.of(
                        Columns.code(MESSAGES.text("column.id"), 20, PolicyRule::id),
                        Columns.drawn(
                                MESSAGES.text("column.effect"),
                                18,
                                rule -> rule,
                                PolicyWords::chip,
                                Comparator.comparing(PolicyWords::effect)),
                        Columns.code(MESSAGES.text("column.when"), 28, PolicyWords::condition)));
        table.setId("policies-rules");
        return table;
    }

    static DataTable<PolicyCases.Result> cases() {
        DataTable<PolicyCases.Result> table = new DataTable<>(
                MESSAGES.text("cases.table"),
                List.of(
                        Columns.drawn(
                                MESSAGES.text("column.passed"),
                                7,
                                PolicyCases.Result::passed,
                                PolicyWords::passed,
                                Comparator.naturalOrder()),
                        Columns.words(MESSAGES.text("column.case"), 16, PolicyCases.Result::name),
                        Columns.words(MESSAGES.text("column.came"), 10, PolicyCases.Result::decision),
                        Columns.words(
                                MESSAGES.text("column.expected"), 8, one -> PolicyWords.decision(one.expected()))));
        table.setId("policies-cases");
        return table;
    }

    static DataTable<Replay.Change> changes() {
        DataTable<Replay.Change> table = new DataTable<>(
                MESSAGES.text("changes.table"),
                List.of(
                        Columns.number(MESSAGES.text("column.entry"), 5, Replay.Change::index),
                        Columns.code(MESSAGES.text("column.request"), 9, Replay.Change::request),
                        Columns.words(MESSAGES.text("column.was"), 8, change -> PolicyWords.decision(change.before())),
                        Columns.words(
                                MESSAGES.text("column.wouldbe"),
                                20,
                                change -> change.after().words())));
        table.setId("policies-changes");
        return table;
    }

    static DataTable<SavedVersion> versions() {
        DataTable<SavedVersion> table = new DataTable<>(
                MESSAGES.text("versions.table"),
                List.of(
                        Columns.number(
                                MESSAGES.text("column.version"),
                                5,
                                saved -> saved.version().number()),
                        Columns.drawn(
                                MESSAGES.text("column.state"),
                                8,
                                SavedVersion::inForce,
                                PolicyWords::state,
                                Comparator.naturalOrder()),
                        Columns.whole(MESSAGES.text("column.at"), 15.5, saved -> PolicyWords.savedAt(saved.version())),
                        Columns.words(MESSAGES.text("column.by"), 10, saved -> PolicyWords.savedBy(saved.version())),
                        Columns.words(MESSAGES.text("column.difference"), 36, PolicyWords::difference)));
        table.setId("policies-versions");
        return table;
    }
}
