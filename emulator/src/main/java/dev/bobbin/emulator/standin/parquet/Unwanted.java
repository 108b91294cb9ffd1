package dev.bobbin.emulator.standin.parquet;

import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.Type;

/** Takes values of a stored field that nobody asked for, such as the further fields of a struct. */
final class Unwanted {

    private static final Converter VALUE = new Value();

    private Unwanted() {}

    static Converter of(Type stored) {
        return stored.isPrimitive() ? VALUE : new Fields(stored);
    }

    private static final class Fields extends GroupConverter {

        private final Type stored;

        Fields(Type stored) {
            this.stored = stored;
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return of(stored.asGroupType().getType(fieldIndex));
        }

        @Override
        public void start() {
            // Nobody asked for it.
        }

        @Override
        public void end() {
            // Nobody asked for it.
        }
    }

    private static final class Value extends PrimitiveConverter {

        @Override
        public void addBinary(Binary value) {
            // Nobody asked for it.
        }

        @Override
        public void addBoolean(boolean value) {
            // Nobody asked for it.
        }

        @Override
        public void addDouble(double value) {
            // Nobody asked for it.
        }

        @Override
        public void addFloat(float value) {
            // Nobody asked for it.
        }

        @Override
        public void addInt(int value) {
            // Nobody asked for it.
        }

        @Override
        public void addLong(long value) {
            // Nobody asked for it.
        }
    }
}
