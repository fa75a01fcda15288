package org.axionwatch.physics.dispersion;

import org.axionwatch.physics.PhysicalConstants;
import org.axionwatch.physics.time.ModifiedJulianDate;

/**
 * Direction to the pulsar and its proper motion.
 *
 * @param frame frame of the angles
 * @param position direction at the epoch
 * @param properMotion change of the direction
 * @param parallaxMas annual parallax, mas; zero where unknown
 * @param epoch POSEPOCH, in the units of the model
 */
public record Astrometry(
        Frame frame, Angles position, ProperMotion properMotion, double parallaxMas, ModifiedJulianDate epoch) {

    private static final double RADIAN_PER_MAS = Math.PI / (180 * 3.6e6);

    /** Obliquity of the ecliptic of a .par file's ecliptic frame, IERS Conventions 2010, 84381.406 arcsec. */
    private static final double OBLIQUITY_RAD = 84381.406 * 1e3 * RADIAN_PER_MAS;

    /** Frame of a position. */
    public enum Frame {
        /** ICRS right ascension and declination. */
        EQUATORIAL,
        /** Ecliptic longitude and latitude, ICRS turned about x by the IERS 2010 obliquity. */
        ECLIPTIC
    }

    /**
     * @param longitudeRad right ascension or ecliptic longitude, rad
     * @param latitudeRad declination or ecliptic latitude, rad
     */
    public record Angles(double longitudeRad, double latitudeRad) {
        public Angles {
            if (!Double.isFinite(longitudeRad) || !(Math.abs(latitudeRad) <= Math.PI / 2)) {
                throw new IllegalArgumentException("no direction: " + longitudeRad + ", " + latitudeRad + " rad");
            }
        }
    }

    /**
     * @param longitudeMasPerYear proper motion in longitude times cos(latitude), mas/yr
     * @param latitudeMasPerYear proper motion in latitude, mas/yr
     */
    public record ProperMotion(double longitudeMasPerYear, double latitudeMasPerYear) {
        /** No proper motion. */
        public static final ProperMotion NONE = new ProperMotion(0, 0);

        public ProperMotion {
            if (!Double.isFinite(longitudeMasPerYear) || !Double.isFinite(latitudeMasPerYear)) {
                throw new IllegalArgumentException("proper motion must be finite");
            }
        }
    }

    /**
     * Unit vector from the barycentre to the pulsar, ICRS.
     *
     * @param secondsFromEpoch time since the position epoch, s
     */
    double[] direction(double secondsFromEpoch) {
        double years = secondsFromEpoch / (PhysicalConstants.SECONDS_PER_DAY * PhysicalConstants.DAYS_PER_JULIAN_YEAR);
        double alongLongitude = properMotion.longitudeMasPerYear() * RADIAN_PER_MAS * years;
        double alongLatitude = properMotion.latitudeMasPerYear() * RADIAN_PER_MAS * years;
        double sinLongitude = Math.sin(position.longitudeRad());
        double cosLongitude = Math.cos(position.longitudeRad());
        double sinLatitude = Math.sin(position.latitudeRad());
        double cosLatitude = Math.cos(position.latitudeRad());
        double x =
                cosLatitude * cosLongitude - alongLongitude * sinLongitude - alongLatitude * sinLatitude * cosLongitude;
        double y =
                cosLatitude * sinLongitude + alongLongitude * cosLongitude - alongLatitude * sinLatitude * sinLongitude;
        double z = sinLatitude + alongLatitude * cosLatitude;
        double length = Math.sqrt(x * x + y * y + z * z);
        return toEquatorial(x / length, y / length, z / length);
    }

    private double[] toEquatorial(double x, double y, double z) {
        if (frame == Frame.EQUATORIAL) {
            return new double[] {x, y, z};
        }
        double sin = Math.sin(OBLIQUITY_RAD);
        double cos = Math.cos(OBLIQUITY_RAD);
        return new double[] {x, y * cos - z * sin, y * sin + z * cos};
    }
}
