package dev.curfew.revocation.reaction;

import dev.curfew.analysis.finding.Finding;
import dev.curfew.revocation.playbook.PlaybookRun;
import dev.curfew.revocation.run.RunReport;

/// What came of something that happened.
public sealed interface Reacted {
    /// A playbook was set off, and did what it does.
    ///
    /// @param again whether it went on where it had been cut off
    record Ran(PlaybookRun run, RunReport report, boolean again) implements Reacted {}

    /// A playbook is for it, and could not be begun.
    record Held(String playbook, Finding finding, String why) implements Reacted {}

    /// A playbook has touched as much as it may; nothing more of it is done for now.
    record Stopped(String playbook, Finding finding, String why) implements Reacted {}

    /// A run was cut off, and may not go on by itself.
    record Left(PlaybookRun run, String why) implements Reacted {}

    /// No playbook is for it: it is told, and nothing is done.
    record Told(Finding finding) implements Reacted {}
}
