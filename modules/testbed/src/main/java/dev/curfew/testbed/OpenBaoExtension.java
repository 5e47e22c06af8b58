package dev.curfew.testbed;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts OpenBao when the first test asks for it. JUnit stops it at the end of the run, through the root store.
final class OpenBaoExtension implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == OpenBao.class;
    }

    @Override
    public OpenBao resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(OpenBao.class))
                .computeIfAbsent(OpenBao.class, _ -> OpenBao.start(), OpenBao.class);
    }
}
