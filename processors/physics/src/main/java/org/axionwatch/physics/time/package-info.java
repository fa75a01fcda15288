/** Instants, observatories and the barycentre: what turns a topocentric arrival time into a barycentric one. */
@NullMarked
package org.axionwatch.physics.time;

import org.jspecify.annotations.NullMarked;
