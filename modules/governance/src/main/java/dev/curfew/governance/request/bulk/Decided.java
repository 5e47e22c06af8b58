package dev.curfew.governance.request.bulk;

import dev.curfew.model.governance.ExceptionRequest;

/// What became of one request of several.
public sealed interface Decided permits Signed, Left {
    ExceptionRequest request();
}
