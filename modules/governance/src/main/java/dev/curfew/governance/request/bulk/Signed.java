package dev.curfew.governance.request.bulk;

import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.Receipt;

/// Signed, with an entry of its own in the ledger.
public record Signed(ExceptionRequest request, Receipt receipt) implements Decided {}
