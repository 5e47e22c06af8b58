package dev.curfew.analysis.aws.condition.value;

/// Reads one time, character by character: most of what a date costs would be the general parser's.
public final class DateText {
    /// For what is no time.
    public static final long NONE = Long.MIN_VALUE;

    private static final int MICROS_DIGITS = 6;
    private static final long MICROS = 1_000_000;
    private static final int SECONDS_OF_DAY = 86_400;
    private static final int YEAR_DIGITS = 4;
    private static final int DATE_LENGTH = "2026-11-22".length();

    /// Days from 0001-01-01 to 1970-01-01.
    private static final long EPOCH_DAYS = 719_162;

    private static final int[] MONTH_DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    /// More digits of seconds are no time of this world, and would not fit.
    private static final int EPOCH_DIGITS_MAX = 12;

    private final String text;
    private int at;
    private boolean failed;

    public DateText(String text) {
        this.text = text;
    }

    /// Microseconds since 1970; [#NONE] for what is no time. Four digits are a year, more or fewer are seconds.
    public long micros() {
        long micros = isEpoch() ? epoch() : date();
        return failed || at != text.length() ? NONE : micros;
    }

    private boolean isEpoch() {
        int digits = 0;
        while (digits < text.length() && isDigit(digits)) {
            digits++;
        }
        boolean date = digits == YEAR_DIGITS && (text.length() == YEAR_DIGITS || text.charAt(YEAR_DIGITS) == '-');
        return !date;
    }

    private long epoch() {
        boolean negative = take('-');
        long seconds = 0;
        int digits = 0;
        while (at < text.length() && isDigit(at) && digits <= EPOCH_DIGITS_MAX) {
            seconds = seconds * 10 + text.charAt(at++) - '0';
            digits++;
        }
        failed |= digits == 0 || digits > EPOCH_DIGITS_MAX;
        long micros = seconds * MICROS + (take('.') ? fraction() : 0);
        return negative ? -micros : micros;
    }

    private long date() {
        int year = digits(YEAR_DIGITS);
        int month = take('-') ? between(digits(2), 1, 12) : 1;
        int day = at > YEAR_DIGITS && take('-') ? between(digits(2), 1, days(year, month)) : 1;
        long seconds = epochDay(year, month, day) * SECONDS_OF_DAY;
        return at == DATE_LENGTH && take('T') ? time(seconds) : seconds * MICROS;
    }

    private long time(long dayStart) {
        long seconds = dayStart + between(digits(2), 0, 23) * 3_600L;
        expect(':');
        seconds += between(digits(2), 0, 59) * 60L;
        long micros = 0;
        if (take(':')) {
            seconds += between(digits(2), 0, 59);
            micros = take('.') ? fraction() : 0;
        }
        return (seconds - offset()) * MICROS + micros;
    }

    /// Seconds east of Greenwich; a time that does not say is taken for one of Greenwich.
    private long offset() {
        if (at == text.length() || take('Z')) {
            return 0;
        }
        boolean west = take('-');
        if (!west) {
            expect('+');
        }
        int hours = between(digits(2), 0, 18);
        take(':');
        int offset = hours * 3_600 + between(digits(2), 0, 59) * 60;
        return west ? -offset : offset;
    }

    private long fraction() {
        long micros = 0;
        int digits = 0;
        for (; at < text.length() && isDigit(at); at++, digits++) {
            micros = digits < MICROS_DIGITS ? micros * 10 + text.charAt(at) - '0' : micros;
        }
        failed |= digits == 0;
        for (; digits < MICROS_DIGITS; digits++) {
            micros *= 10;
        }
        return micros;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            if (at >= text.length() || !isDigit(at)) {
                failed = true;
                return 0;
            }
            value = value * 10 + text.charAt(at) - '0';
        }
        return value;
    }

    private int between(int value, int min, int max) {
        failed |= value < min || value > max;
        return value;
    }

    private boolean isDigit(int position) {
        return text.charAt(position) >= '0' && text.charAt(position) <= '9';
    }

    private boolean take(char c) {
        boolean there = at < text.length() && text.charAt(at) == c;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char c) {
        failed |= !take(c);
    }

    private static int days(int year, int month) {
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        return month < 1 || month > 12 ? 0 : MONTH_DAYS[month - 1] + (leap && month == 2 ? 1 : 0);
    }

    private static long epochDay(int year, int month, int day) {
        long years = year - 1L;
        long days = years * 365 + Math.floorDiv(years, 4) - Math.floorDiv(years, 100) + Math.floorDiv(years, 400);
        for (int i = 1; i < month && i <= 12; i++) {
            days += days(year, i);
        }
        return days + day - 1 - EPOCH_DAYS;
    }
}
