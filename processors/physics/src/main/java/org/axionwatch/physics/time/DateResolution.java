package org.axionwatch.physics.time;

/** How finely a date is read. */
public enum DateResolution {

    /** Every digit that a day fraction holds, about 10 ps. */
    FULL {
        @Override
        public ModifiedJulianDate round(ModifiedJulianDate date) {
            return date;
        }
    },

    /**
     * The nearest 80-bit floating-point number, steps of 2^-48 d = 0.31 ns for dates from 1948 to 2038: how PINT and Tempo2
     * hold a barycentric date, so that residuals equal theirs.
     */
    EIGHTY_BIT {
        @Override
        public ModifiedJulianDate round(ModifiedJulianDate date) {
            int wholeDigits = Math.getExponent((double) Math.max(1, Math.abs(date.day())));
            double steps = Math.scalb(1.0, SIGNIFICANT_DIGITS - 1 - wholeDigits);
            double fraction = Math.rint(date.fraction() * steps) / steps;
            return fraction < 1
                    ? new ModifiedJulianDate(date.day(), fraction)
                    : new ModifiedJulianDate(date.day() + 1, 0);
        }
    };

    private static final int SIGNIFICANT_DIGITS = 64;

    /** The date at this resolution. */
    public abstract ModifiedJulianDate round(ModifiedJulianDate date);
}
