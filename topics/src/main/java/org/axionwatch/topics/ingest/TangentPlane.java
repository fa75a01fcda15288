package org.axionwatch.topics.ingest;

import java.util.List;
import org.axionwatch.records.xray.SkyPosition;
import org.axionwatch.topics.ingest.ArchiveFormatException.Reason;
import org.jastronomy.jsofa.JSOFA;
import org.jastronomy.jsofa.JSOFA.SphericalCoordinate;
import org.jastronomy.jsofa.JSOFA.TangentPlaneCoordinate;

/**
 * Gnomonic projection of the sky onto two pixel columns of an event list (FITS WCS paper II, TAN; keywords TCTYPn,
 * TCRPXn, TCRVLn, TCDLTn of each column), without rotation.
 *
 * @param tangentPoint TCRVLn, the sky at the reference pixel
 * @param referenceX TCRPXn of the first column [pixel]
 * @param referenceY TCRPXn of the second column [pixel]
 * @param degreesPerPixelX TCDLTn of the first column, below 0 where pixels count to the west [deg]
 * @param degreesPerPixelY TCDLTn of the second column [deg]
 */
record TangentPlane(
        SkyPosition tangentPoint,
        double referenceX,
        double referenceY,
        double degreesPerPixelX,
        double degreesPerPixelY) {
    private static final double ARCSECONDS_PER_DEGREE = 3600;
    private static final double LARGEST_PIXEL_DEGREES = 0.1;

    /** @throws ArchiveFormatException where the columns are no unrotated TAN projection of right ascension and declination */
    static TangentPlane of(FitsTable table, String columnX, String columnY) {
        int x = table.columnNumber(columnX);
        int y = table.columnNumber(columnY);
        FitsKeywords keywords = table.keywords();
        requireType(keywords, "TCTYP" + x, "RA---TAN");
        requireType(keywords, "TCTYP" + y, "DEC--TAN");
        requireFrame(keywords);
        for (String rotation : List.of("TCROT" + x, "TCROT" + y)) {
            if (keywords.numberOr(rotation, 0) != 0) {
                throw new ArchiveFormatException(Reason.MALFORMED_KEYWORD, table.place(), rotation + " is not 0");
            }
        }
        return new TangentPlane(
                new SkyPosition(keywords.number("TCRVL" + x), keywords.number("TCRVL" + y)),
                keywords.number("TCRPX" + x),
                keywords.number("TCRPX" + y),
                step(keywords, "TCDLT" + x),
                step(keywords, "TCDLT" + y));
    }

    private static void requireType(FitsKeywords keywords, String key, String type) {
        String found = keywords.text(key, "");
        if (!found.equals(type)) {
            throw new ArchiveFormatException(
                    found.isEmpty() ? Reason.MISSING_KEYWORD : Reason.MALFORMED_KEYWORD,
                    keywords.place(),
                    key + (found.isEmpty() ? "" : " is " + found + ", not " + type));
        }
    }

    private static void requireFrame(FitsKeywords keywords) {
        String frame = keywords.text("RADESYS", keywords.text("RADECSYS", "ICRS"));
        if (!frame.equalsIgnoreCase("ICRS") && !frame.equalsIgnoreCase("FK5")) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_KEYWORD, keywords.place(), "RADESYS is " + frame + ", neither ICRS nor FK5");
        }
    }

    private static double step(FitsKeywords keywords, String key) {
        double degrees = keywords.number(key);
        if (!(degrees != 0 && Math.abs(degrees) <= LARGEST_PIXEL_DEGREES)) {
            throw new ArchiveFormatException(
                    Reason.MALFORMED_KEYWORD, keywords.place(), key + " is " + degrees + " deg a pixel");
        }
        return degrees;
    }

    /** The sky at a pixel. */
    SkyPosition sky(double x, double y) {
        SphericalCoordinate sky = JSOFA.jauTpsts(
                Math.toRadians((x - referenceX) * degreesPerPixelX),
                Math.toRadians((y - referenceY) * degreesPerPixelY),
                Math.toRadians(tangentPoint.getRightAscensionDegrees()),
                Math.toRadians(tangentPoint.getDeclinationDegrees()));
        return new SkyPosition(Math.toDegrees(sky.alpha), Math.toDegrees(sky.delta));
    }

    /**
     * Offset of a direction from a point, in the plane that touches the sphere there.
     *
     * @return to the east and to the north [arcsec], NaN where the direction is 90 degrees away or more
     */
    static double[] offsetArcseconds(SkyPosition direction, SkyPosition from) {
        TangentPlaneCoordinate offset = JSOFA.jauTpxes(
                Math.toRadians(direction.getRightAscensionDegrees()),
                Math.toRadians(direction.getDeclinationDegrees()),
                Math.toRadians(from.getRightAscensionDegrees()),
                Math.toRadians(from.getDeclinationDegrees()));
        if (offset.status != 0) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {
            Math.toDegrees(offset.xi) * ARCSECONDS_PER_DEGREE, Math.toDegrees(offset.eta) * ARCSECONDS_PER_DEGREE
        };
    }

    /** Replaces pixel positions by offsets from a point [arcsec]; a NaN position stays one. */
    void project(float[] x, float[] y, SkyPosition from) {
        for (int i = 0; i < x.length; i++) {
            boolean known = Float.isFinite(x[i]) && Float.isFinite(y[i]);
            double[] offset = known ? offsetArcseconds(sky(x[i], y[i]), from) : new double[] {Double.NaN, Double.NaN};
            x[i] = (float) offset[0];
            y[i] = (float) offset[1];
        }
    }
}
