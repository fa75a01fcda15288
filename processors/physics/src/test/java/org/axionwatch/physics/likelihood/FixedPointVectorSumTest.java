package org.axionwatch.physics.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.axionwatch.physics.likelihood.FixedPointException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedPointVectorSumTest {

    private static final long SEED = 20261121;

    @Test
    void shouldGiveIdenticalBytesWhenOrderDiffers() {
        List<double[]> addends = addends(500, 7);
        byte[] first = sumOf(addends).toBytes();
        Collections.shuffle(addends, new Random(SEED));
        assertThat(sumOf(addends).toBytes()).isEqualTo(first);
    }

    @Test
    void shouldLeaveNoTraceWhenAddendIsSubtracted() {
        List<double[]> addends = addends(200, 5);
        FixedPointVectorSum sum = sumOf(addends.subList(0, 150));
        byte[] expected = sum.toBytes();
        addends.subList(150, 200).forEach(sum::add);
        addends.subList(150, 200).forEach(sum::subtract);
        assertThat(sum.toBytes()).isEqualTo(expected);
    }

    @Test
    void shouldMatchBigDecimalWhenAddendsSpanManyMagnitudes() {
        List<double[]> addends = addends(2000, 1);
        BigDecimal expected = BigDecimal.ZERO;
        for (double[] addend : addends) {
            expected = expected.add(new BigDecimal(Math.rint(addend[0] * 0x1p40)));
        }
        double nearest = expected.divide(new BigDecimal(2).pow(40)).doubleValue();
        assertThat(sumOf(addends).values()).containsExactly(nearest);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1.5, -1.5, 0x1p-40, -0x1p-40, 0x1p-41, 0x1p22, 0x1.fffffffffffffp21, 1e15, -1e15})
    void shouldReturnAddendWhenItIsRepresentable(double value) {
        FixedPointVectorSum sum = FixedPointVectorSum.zeros(1, 41);
        sum.add(new double[] {value});
        assertThat(sum.values()[0]).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0x1p85, -0x1p85, 0x1.fffffffffffffp84, -0x1.0000000000001p60, 3e18})
    void shouldReturnAddendWhenItNeedsTheHighWord(double value) {
        FixedPointVectorSum sum = FixedPointVectorSum.zeros(1, 40);
        sum.add(new double[] {value});
        assertThat(sum.values()[0]).isEqualTo(value);
        sum.add(new double[] {0x1p-40});
        sum.subtract(new double[] {value});
        assertThat(sum.values()[0]).isEqualTo(0x1p-40);
    }

    @Test
    void shouldRoundTripWhenStoredAsBytes() {
        FixedPointVectorSum sum = sumOf(addends(50, 501));
        FixedPointVectorSum restored = FixedPointVectorSum.fromBytes(sum.toBytes());
        assertThat(restored.values()).isEqualTo(sum.values());
        assertThat(restored.fractionBits()).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void shouldRefuseAndStayUnchangedWhenAddendIsNotFinite(double bad) {
        FixedPointVectorSum sum = sumOf(addends(10, 2));
        byte[] before = sum.toBytes();
        assertThat(reason(() -> sum.add(new double[] {1, bad}))).isEqualTo(Reason.NOT_FINITE);
        assertThat(sum.toBytes()).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhenAddendOrSumOverflows() {
        FixedPointVectorSum sum = FixedPointVectorSum.zeros(1, 100);
        double largest = 0x1.fffffffffffffp25;
        assertThat(reason(() -> sum.add(new double[] {0x1p26}))).isEqualTo(Reason.ADDEND_OVERFLOW);
        sum.add(new double[] {largest});
        sum.add(new double[] {largest});
        byte[] before = sum.toBytes();
        assertThat(reason(() -> sum.add(new double[] {largest}))).isEqualTo(Reason.SUM_OVERFLOW);
        assertThat(sum.toBytes()).isEqualTo(before);
    }

    @Test
    void shouldRefuseWhenLengthDiffers() {
        FixedPointVectorSum sum = FixedPointVectorSum.zeros(3, 40);
        assertThat(reason(() -> sum.add(new double[2]))).isEqualTo(Reason.LENGTH_MISMATCH);
    }

    @Test
    void shouldRefuseWhenBytesAreDamaged() {
        byte[] good = FixedPointVectorSum.zeros(3, 40).toBytes();
        byte[] wrongVersion = good.clone();
        wrongVersion[0] = 9;
        byte[] wrongBits = good.clone();
        wrongBits[1] = -1;
        byte[] truncated = java.util.Arrays.copyOf(good, good.length - 1);
        assertThat(reason(() -> FixedPointVectorSum.fromBytes(wrongVersion))).isEqualTo(Reason.BAD_BYTES);
        assertThat(reason(() -> FixedPointVectorSum.fromBytes(truncated))).isEqualTo(Reason.BAD_BYTES);
        assertThat(reason(() -> FixedPointVectorSum.fromBytes(new byte[2]))).isEqualTo(Reason.BAD_BYTES);
        assertThat(reason(() -> FixedPointVectorSum.fromBytes(wrongBits))).isEqualTo(Reason.BAD_SHAPE);
    }

    private static Reason reason(Runnable action) {
        return catchThrowableOfType(FixedPointException.class, action::run).reason();
    }

    private static FixedPointVectorSum sumOf(List<double[]> addends) {
        FixedPointVectorSum sum = FixedPointVectorSum.zeros(addends.get(0).length, 40);
        addends.forEach(sum::add);
        return sum;
    }

    private static List<double[]> addends(int count, int length) {
        Random random = new Random(SEED);
        List<double[]> addends = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addends.add(random.doubles(length)
                    .map(u -> (u - 0.5) * Math.pow(10, random.nextInt(24) - 6))
                    .toArray());
        }
        return addends;
    }
}
