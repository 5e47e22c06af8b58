package dev.curfew.app.usecase.ledger;

import dev.curfew.ledger.verify.Problem;
import dev.curfew.ledger.verify.Verification.Agreement;
import dev.curfew.model.text.Messages;

/// Problems and agreements as sentences.
final class LedgerWords {
    private static final Messages MESSAGES = Messages.of(LedgerWords.class);

    private LedgerWords() {}

    static String of(Problem problem) {
        return switch (problem) {
            case Problem.EntryChanged it -> MESSAGES.text("entry-changed", it.index());
            case Problem.EntriesMissing it when it.from() == it.to() -> MESSAGES.text("entry-missing", it.from());
            case Problem.EntriesMissing it -> MESSAGES.text("entries-missing", it.from(), it.to());
            case Problem.TreeDiffers it -> MESSAGES.text("tree-differs", it.lastGoodSize(), it.size());
            case Problem.Unsigned it -> MESSAGES.text("unsigned", it.fromIndex());
            case Problem.CheckpointForged it -> MESSAGES.text("checkpoint-forged", it.size());
            case Problem.RolledBack it -> MESSAGES.text("rolled-back", it.holder(), it.heldSize(), it.size());
            case Problem.Rewritten it -> MESSAGES.text("rewritten", it.holder(), it.heldSize());
            case Problem.HeldUnusable it -> MESSAGES.text("held-unusable", it.holder());
        };
    }

    static String of(Agreement agreement) {
        return MESSAGES.text("agrees", agreement.holder(), agreement.heldSize(), agreement.at());
    }
}
