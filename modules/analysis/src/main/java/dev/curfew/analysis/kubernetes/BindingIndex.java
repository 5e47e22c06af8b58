package dev.curfew.analysis.kubernetes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Bindings by where they hold.
final class BindingIndex {
    /// Up to here looking through all of them is faster than to sort them first: a batch has a cluster a case.
    private static final int SCANNED_MAX = 24;

    private final List<RbacBinding> few;
    private final List<RbacBinding> everywhere = new ArrayList<>(0);
    private final Map<String, List<RbacBinding>> inNamespace;

    BindingIndex(Collection<RbacBinding> bindings) {
        if (bindings.size() <= SCANNED_MAX) {
            few = List.copyOf(bindings);
            inNamespace = Map.of();
            return;
        }
        few = List.of();
        inNamespace = new HashMap<>();
        for (RbacBinding binding : bindings) {
            List<RbacBinding> place = binding.clusterWide()
                    ? everywhere
                    : inNamespace.computeIfAbsent(binding.namespace(), _ -> new ArrayList<>());
            place.add(binding);
        }
    }

    /// Those of the cluster, then those of the request's namespace. A request without one, or for a URL, is of the
    /// cluster alone.
    void holding(RbacRequest request, Consumer<RbacBinding> action) {
        boolean namespaced = !request.isForUrl() && !request.namespace().isEmpty();
        for (RbacBinding binding : few) {
            if (binding.clusterWide()) {
                action.accept(binding);
            }
        }
        everywhere.forEach(action);
        if (namespaced) {
            for (RbacBinding binding : few) {
                if (!binding.clusterWide() && binding.namespace().equals(request.namespace())) {
                    action.accept(binding);
                }
            }
            inNamespace.getOrDefault(request.namespace(), List.of()).forEach(action);
        }
    }
}
