package org.axionwatch.physics.galactic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.math3.geometry.euclidean.threed.Vector3D;
import org.assertj.core.data.Offset;
import org.axionwatch.physics.SharedReference;
import org.axionwatch.physics.galactic.JanssonFarrarField.Components;
import org.junit.jupiter.api.Test;

class JanssonFarrarFieldTest {

    @Test
    void shouldMatchReferenceVectors() {
        for (JsonNode vector : SharedReference.vectors("galactic.jf12")) {
            JsonNode xyz = vector.get("inputs").get("xyz_kpc");
            Components field = JanssonFarrarField.at(new Vector3D(
                    xyz.get(0).asDouble(), xyz.get(1).asDouble(), xyz.get(2).asDouble()));
            double tolerance = vector.get("rtol").asDouble();
            assertMatches(field.disk(), vector.get("output").get(0), tolerance);
            assertMatches(field.toroidalHalo(), vector.get("output").get(1), tolerance);
            assertMatches(field.xField(), vector.get("output").get(2), tolerance);
        }
    }

    @Test
    void shouldFollowFifthArmAtSolarCircle() {
        Vector3D disk = JanssonFarrarField.at(new Vector3D(-8.5, 0, 0)).disk();
        double outsideTransition = 1 / (1 + Math.exp(-2 * 0.4 / 0.27));
        assertThat(disk.getNorm()).isCloseTo(2.0 * 5 / 8.5 * outsideTransition, Offset.offset(1e-12));
        assertThat(disk.getX() / disk.getY()).isCloseTo(Math.tan(Math.toRadians(11.5)), Offset.offset(1e-12));
    }

    @Test
    void shouldBeVerticalInThePlaneWhenXFieldIsAlone() {
        Vector3D field = JanssonFarrarField.at(new Vector3D(0, 1, 0)).xField();
        assertThat(field.getZ()).isCloseTo(3.206, Offset.offset(5e-4));
        assertThat(Math.hypot(field.getX(), field.getY())).isZero();
    }

    @Test
    void shouldKeepDirectionWhenXFieldLeavesItsCore() {
        double edge = 4.8 + 2 / Math.tan(Math.toRadians(49));
        Vector3D inside = JanssonFarrarField.at(new Vector3D(0, edge - 1e-9, 2)).xField();
        Vector3D outside =
                JanssonFarrarField.at(new Vector3D(0, edge + 1e-9, 2)).xField();
        assertThat(Vector3D.angle(inside, outside)).isLessThan(1e-7);
        assertThat(outside.getZ() / outside.getY()).isCloseTo(Math.tan(Math.toRadians(49)), Offset.offset(1e-9));
    }

    @Test
    void shouldVanishWhenInsideOneOrOutsideTwentyKiloparsecs() {
        assertThat(JanssonFarrarField.at(new Vector3D(0.5, 0, 0.5)).sum()).isEqualTo(Vector3D.ZERO);
        assertThat(JanssonFarrarField.at(new Vector3D(15, 0, 15)).sum()).isEqualTo(Vector3D.ZERO);
    }

    @Test
    void shouldRefuseWhenPositionIsNotFinite() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JanssonFarrarField.at(new Vector3D(0, 0, Double.POSITIVE_INFINITY)));
    }

    private static void assertMatches(Vector3D actual, JsonNode expected, double relative) {
        double[] components = actual.toArray();
        for (int i = 0; i < 3; i++) {
            double value = expected.get(i).asDouble();
            assertThat(components[i]).isCloseTo(value, Offset.offset(relative * Math.abs(value)));
        }
    }
}
