package dev.curfew.governance.request.bulk;

import dev.curfew.model.governance.ExceptionRequest;

/// Not signed.
///
/// @param why words for a person
public record Left(ExceptionRequest request, String why) implements Decided {}
