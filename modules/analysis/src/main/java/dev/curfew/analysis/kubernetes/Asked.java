package dev.curfew.analysis.kubernetes;

/// A request with what every rule compares it by, put together once.
///
/// @param combined the resource with its subresource
/// @param ofAny that subresource of any resource; empty without one
record Asked(RbacRequest request, String combined, String ofAny) {

    static Asked of(RbacRequest request) {
        String subresource = request.subresource();
        return subresource.isEmpty()
                ? new Asked(request, request.resource(), "")
                : new Asked(request, request.resource() + "/" + subresource, "*/" + subresource);
    }
}
