/** One definition of each setting, and where its value comes from. */
@NullMarked
package org.axionwatch.app.config;

import org.jspecify.annotations.NullMarked;
