"""How a reader of values (values.py, wordings.py, units.py) stands in an entry.

As pydantic's PlainValidator, but without the schema of the annotated type, which only serialization
would need and which takes most of the time in which the models are made.
"""

from collections.abc import Callable

from msgspec import Struct
from pydantic import GetCoreSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, core_schema


class Reads(Struct, frozen=True):
    """`function` takes a node and gives the value or raises."""

    function: Callable[[object], object]

    def __get_pydantic_core_schema__(
        self, _type: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self.function)


class ReadsKnowing(Struct, frozen=True):
    """`function` also takes what the manifest names, in `info.context`."""

    function: Callable[[object, ValidationInfo], object]

    def __get_pydantic_core_schema__(
        self, _type: object, _handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.with_info_plain_validator_function(self.function)
