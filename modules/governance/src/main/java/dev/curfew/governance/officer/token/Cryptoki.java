package dev.curfew.governance.officer.token;

import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/// The functions of a PKCS #11 module, version 2.40 and later, that signing takes. The JDK's own provider has no
/// Ed25519 as of 25.
///
/// A module's numbers are C's `unsigned long`, and its structures are packed where that has four bytes (Windows).
/// A module is asked one thing at a time.
///
/// <https://docs.oasis-open.org/pkcs11/pkcs11-base/v2.40/os/pkcs11-base-v2.40-os.html>
@SuppressWarnings("restricted") // a module is C, and is called as its standard says
final class Cryptoki {
    /// Where each stands in the list of functions.
    private enum Function {
        INITIALIZE(0, "P"),
        GET_SLOT_LIST(4, "BPP"),
        GET_TOKEN_INFO(6, "UP"),
        OPEN_SESSION(12, "UUPPP"),
        CLOSE_SESSION(13, "U"),
        LOGIN(18, "UUPU"),
        LOGOUT(19, "U"),
        GET_ATTRIBUTE_VALUE(24, "UUPU"),
        FIND_OBJECTS_INIT(26, "UPU"),
        FIND_OBJECTS(27, "UPUP"),
        FIND_OBJECTS_FINAL(28, "U"),
        SIGN_INIT(42, "UPU"),
        SIGN(43, "UPUPP");

        private final int place;

        /// P: a pointer, U: a number, B: a truth value.
        private final String parameters;

        Function(int place, String parameters) {
            this.place = place;
            this.parameters = parameters;
        }
    }

    private static final Linker LINKER = Linker.nativeLinker();

    /// `CK_ULONG`.
    private static final MemoryLayout NUMBER =
            Objects.requireNonNull(LINKER.canonicalLayouts().get("long"));

    private static final boolean LONG = NUMBER.byteSize() == Long.BYTES;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;

    /// After the version's two bytes, the functions.
    private static final long FUNCTIONS = LONG ? POINTER.byteSize() : 2;

    private static final int SLOTS_MAX = 64;
    private static final int TOKEN_INFO_BYTES = 512;
    private static final int LABEL = 0;
    private static final int LABEL_BYTES = 32;
    private static final int SERIAL = 80;
    private static final int SERIAL_BYTES = 16;
    private static final long SERIAL_SESSION = 4;
    private static final long USER = 1;
    private static final long EDDSA = 0x1057;
    private static final int FOUND_MAX = 16;
    private static final int VALUE_BYTES_MAX = 1_024;

    private final Map<Function, MethodHandle> functions = new EnumMap<>(Function.class);

    private Cryptoki(MemorySegment list) {
        for (Function each : Function.values()) {
            MemorySegment address =
                    list.get(ValueLayout.ADDRESS_UNALIGNED, FUNCTIONS + each.place * POINTER.byteSize());
            functions.put(each, LINKER.downcallHandle(address, descriptor(each.parameters)));
        }
    }

    private static FunctionDescriptor descriptor(String parameters) {
        return FunctionDescriptor.of(
                NUMBER,
                parameters
                        .chars()
                        .mapToObj(each -> each == 'P' ? POINTER : each == 'U' ? NUMBER : ValueLayout.JAVA_BYTE)
                        .toArray(MemoryLayout[]::new));
    }

    /// Loads a module for as long as the process lives.
    ///
    /// @throws IllegalArgumentException if it is no library, or no PKCS #11 module
    /// @throws CryptokiException if it cannot begin
    static Cryptoki load(Path module) {
        SymbolLookup library = SymbolLookup.libraryLookup(module, Arena.global());
        MemorySegment getList = library.find("C_GetFunctionList")
                .orElseThrow(() -> new IllegalArgumentException("no PKCS #11 module: " + module));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment found = arena.allocate(POINTER);
            MethodHandle get = LINKER.downcallHandle(getList, descriptor("P"));
            check("C_GetFunctionList", number(invoked(get, found)));
            long bytes = FUNCTIONS + (Function.SIGN.place + 1) * POINTER.byteSize();
            Cryptoki cryptoki = new Cryptoki(found.get(POINTER, 0).reinterpret(bytes));
            cryptoki.begin();
            return cryptoki;
        }
    }

    private void begin() {
        long code = call(Function.INITIALIZE, MemorySegment.NULL);
        if (code != CryptokiException.CRYPTOKI_ALREADY_INITIALIZED) {
            check("C_Initialize", code);
        }
    }

    private static long number(Object value) {
        return LONG ? (Long) value : Integer.toUnsignedLong((Integer) value);
    }

    private static Object boxed(long number) {
        return LONG ? (Object) number : (Object) (int) number;
    }

    private static void check(String function, long code) {
        if (code != 0) {
            throw new CryptokiException(function, code);
        }
    }

    /// @param arguments pointers, numbers as `long`, truth values as `byte`
    private synchronized long call(Function function, Object... arguments) {
        Object[] passed = arguments.clone();
        for (int i = 0; i < passed.length; i++) {
            if (passed[i] instanceof Long number) {
                passed[i] = boxed(number);
            }
        }
        return number(invoked(Objects.requireNonNull(functions.get(function)), passed));
    }

    private static Object invoked(MethodHandle handle, Object... arguments) {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (Throwable e) {
            throw new IllegalStateException("a downcall throws nothing of its own", e);
        }
    }

    private void run(Function function, Object... arguments) {
        check(function.name(), call(function, arguments));
    }

    private static long read(MemorySegment segment, int number) {
        return LONG
                ? segment.get(ValueLayout.JAVA_LONG_UNALIGNED, (long) number * Long.BYTES)
                : Integer.toUnsignedLong(segment.get(ValueLayout.JAVA_INT_UNALIGNED, (long) number * Integer.BYTES));
    }

    private static void write(MemorySegment segment, long offset, long number) {
        if (LONG) {
            segment.set(ValueLayout.JAVA_LONG_UNALIGNED, offset, number);
        } else {
            segment.set(ValueLayout.JAVA_INT_UNALIGNED, offset, (int) number);
        }
    }

    private static long[] numbers(MemorySegment segment, MemorySegment count) {
        return IntStream.range(0, (int) read(count, 0))
                .mapToLong(number -> read(segment, number))
                .toArray();
    }

    /// Those with a token in them.
    long[] slots() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment slots = arena.allocate(NUMBER, SLOTS_MAX);
            MemorySegment count = arena.allocate(NUMBER);
            write(count, 0, SLOTS_MAX);
            run(Function.GET_SLOT_LIST, (byte) 1, slots, count);
            return numbers(slots, count);
        }
    }

    /// What a token says of itself.
    ///
    /// @param label bytes of UTF-8, each a letter of Latin-1
    record Token(String label, String serial) {}

    Token token(long slot) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment info = arena.allocate(TOKEN_INFO_BYTES, Long.BYTES);
            run(Function.GET_TOKEN_INFO, slot, info);
            return new Token(padded(info, LABEL, LABEL_BYTES), padded(info, SERIAL, SERIAL_BYTES));
        }
    }

    private static String padded(MemorySegment info, int from, int length) {
        byte[] bytes = info.asSlice(from, length).toArray(ValueLayout.JAVA_BYTE);
        return Latin.text(bytes).stripTrailing();
    }

    long open(long slot) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment session = arena.allocate(NUMBER);
            run(Function.OPEN_SESSION, slot, SERIAL_SESSION, MemorySegment.NULL, MemorySegment.NULL, session);
            return read(session, 0);
        }
    }

    void close(long session) {
        run(Function.CLOSE_SESSION, session);
    }

    /// Whoever was logged in before is not any longer: the PIN is looked at each time.
    ///
    /// @param pin overwritten
    synchronized void login(long session, byte[] pin) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment held = arena.allocateFrom(ValueLayout.JAVA_BYTE, pin);
            try {
                long code = call(Function.LOGIN, session, USER, held, (long) pin.length);
                if (code == CryptokiException.USER_ALREADY_LOGGED_IN) {
                    run(Function.LOGOUT, session);
                    code = call(Function.LOGIN, session, USER, held, (long) pin.length);
                }
                check("C_Login", code);
            } finally {
                held.fill((byte) 0);
            }
        }
    }

    /// Objects with all these attributes, sixteen at most.
    ///
    /// @param wanted by kind; numbers as [#number] has them
    synchronized long[] find(long session, Map<Long, byte[]> wanted) {
        try (Arena arena = Arena.ofConfined()) {
            run(Function.FIND_OBJECTS_INIT, session, template(arena, wanted), (long) wanted.size());
            try {
                MemorySegment found = arena.allocate(NUMBER, FOUND_MAX);
                MemorySegment count = arena.allocate(NUMBER);
                run(Function.FIND_OBJECTS, session, found, (long) FOUND_MAX, count);
                return numbers(found, count);
            } finally {
                run(Function.FIND_OBJECTS_FINAL, session);
            }
        }
    }

    /// A kind, where the value is, and how long it is.
    private static long attributeBytes() {
        return 2 * NUMBER.byteSize() + POINTER.byteSize();
    }

    private static MemorySegment template(Arena arena, Map<Long, byte[]> wanted) {
        MemorySegment template = arena.allocate(attributeBytes() * Math.max(1, wanted.size()), Long.BYTES);
        long at = 0;
        for (Map.Entry<Long, byte[]> each : wanted.entrySet()) {
            attribute(template, at, each.getKey(), arena.allocateFrom(ValueLayout.JAVA_BYTE, each.getValue()));
            at += attributeBytes();
        }
        return template;
    }

    private static void attribute(MemorySegment template, long at, long kind, MemorySegment value) {
        write(template, at, kind);
        template.set(ValueLayout.ADDRESS_UNALIGNED, at + NUMBER.byteSize(), value);
        write(template, at + NUMBER.byteSize() + POINTER.byteSize(), value.byteSize());
    }

    /// A number as an attribute's value.
    static byte[] number(long number) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(NUMBER);
            write(value, 0, number);
            return value.toArray(ValueLayout.JAVA_BYTE);
        }
    }

    byte[] attribute(long session, long object, long kind) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment value = arena.allocate(VALUE_BYTES_MAX);
            MemorySegment template = arena.allocate(attributeBytes(), Long.BYTES);
            attribute(template, 0, kind, value);
            run(Function.GET_ATTRIBUTE_VALUE, session, object, template, 1L);
            long length = read(template.asSlice(NUMBER.byteSize() + POINTER.byteSize()), 0);
            return value.asSlice(0, length).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// Pure Ed25519.
    synchronized byte[] sign(long session, long key, byte[] text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment mechanism = arena.allocate(attributeBytes(), Long.BYTES);
            write(mechanism, 0, EDDSA);
            run(Function.SIGN_INIT, session, mechanism, key);
            MemorySegment signature = arena.allocate(VALUE_BYTES_MAX);
            MemorySegment length = arena.allocate(NUMBER);
            write(length, 0, VALUE_BYTES_MAX);
            MemorySegment data = arena.allocateFrom(ValueLayout.JAVA_BYTE, text);
            run(Function.SIGN, session, data, (long) text.length, signature, length);
            return signature.asSlice(0, read(length, 0)).toArray(ValueLayout.JAVA_BYTE);
        }
    }
}
