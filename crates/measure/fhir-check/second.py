# SPDX-License-Identifier: Apache-2.0
"""Two more validators, from PyPI: reads {"bundle": ...} lines and prints what is wrong, as a JSON list."""
import json
import sys

import fhirkit
from fhir.resources.R4B import get_fhir_model_class

wrong = []
for line in sys.stdin:
    for entry in json.loads(line)["bundle"]["entry"]:
        resource = entry["resource"]
        kind = resource["resourceType"]
        wrong += [f"{kind}: {issue}" for issue in fhirkit.validate(json.dumps(resource))]
        try:
            get_fhir_model_class(kind).parse_obj(resource)
        except ValueError as error:
            wrong.append(f"{kind}: {error}")
print(json.dumps(wrong))
