package dev.curfew.snapshot.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedConstructor;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import java.lang.reflect.AnnotatedType;
import org.jspecify.annotations.Nullable;

/// Holds JSON to what the compiler holds the code to: a component is null only where its record says `@Nullable`.
final class NothingIsNull extends JacksonAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        if (annotated instanceof AnnotatedParameter parameter
                && parameter.getOwner() instanceof AnnotatedConstructor constructor) {
            AnnotatedType type = constructor.getAnnotated().getAnnotatedParameterTypes()[parameter.getIndex()];
            boolean nullable = type.isAnnotationPresent(Nullable.class);
            return JsonSetter.Value.forValueNulls(nullable ? Nulls.SET : Nulls.FAIL, Nulls.FAIL);
        }
        return super.findSetterInfo(annotated);
    }
}
