package dev.curfew.testbed;

import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Starts a server when the first test asks for it. JUnit closes it at the end of the run, through the root store.
public abstract class SharedServer<S extends AutoCloseable> implements ParameterResolver {
    private final Class<S> type;
    private final Supplier<S> start;

    protected SharedServer(Class<S> type, Supplier<S> start) {
        this.type = type;
        this.start = start;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public S resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(type))
                .computeIfAbsent(type, _ -> start.get(), type);
    }
}
