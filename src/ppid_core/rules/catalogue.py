"""Every rule of our own, in the order of the catalogue."""

from __future__ import annotations

from ppid_core.rules.cases.chain import C401, C402, C403
from ppid_core.rules.cases.commission import C206
from ppid_core.rules.cases.completeness import C207, C208
from ppid_core.rules.cases.court import C204, C205
from ppid_core.rules.cases.dispute_window import C203
from ppid_core.rules.cases.duplicates import C404
from ppid_core.rules.cases.exemption import C303, C304, C305
from ppid_core.rules.cases.extension import C306, C307, C309, C311
from ppid_core.rules.cases.form import C301, C302
from ppid_core.rules.cases.forum import C316, C317
from ppid_core.rules.cases.ground import C310
from ppid_core.rules.cases.objection_window import C201, C202
from ppid_core.rules.cases.openness import C313, C314, C315
from ppid_core.rules.cases.possession import C312
from ppid_core.rules.cases.public_office import C308
from ppid_core.rules.cases.sequence import C101, C102, C103
from ppid_core.rules.continuity.agency import Y104
from ppid_core.rules.continuity.balance import Y101
from ppid_core.rules.continuity.carried_case import Y107
from ppid_core.rules.continuity.comparison import Y102
from ppid_core.rules.continuity.recommendation import Y106
from ppid_core.rules.continuity.series import Y103, Y105
from ppid_core.rules.continuity.wording import Y108
from ppid_core.rules.document.channel import K101, K102
from ppid_core.rules.document.mentions import D101, D104, D105
from ppid_core.rules.document.picture import D102, D103
from ppid_core.rules.document.reference import S101, S102, S103, S104
from ppid_core.rules.document.waiver import W101, W102, W103
from ppid_core.rules.engine.rule import Rule
from ppid_core.rules.figures.aggregates import T105
from ppid_core.rules.figures.budget import B101, B102
from ppid_core.rules.figures.delivery import M104, M105, M106
from ppid_core.rules.figures.matrix import M101, M102, M103
from ppid_core.rules.figures.stated_figures import T101, T102, T103
from ppid_core.rules.figures.total import T104
from ppid_core.rules.legal.answer import L101, L102, L104, L105
from ppid_core.rules.legal.confidence import L901, L902, L903, L904
from ppid_core.rules.legal.instrument import L107
from ppid_core.rules.legal.required_contents import L103
from ppid_core.rules.legal.standard import L905
from ppid_core.rules.legal.timeliness import L106, L108
from ppid_core.rules.lists.classification import I203, I204
from ppid_core.rules.lists.coverage import I102, I103
from ppid_core.rules.lists.duration import I208, I209, I210
from ppid_core.rules.lists.entry import I205, I206, I207
from ppid_core.rules.lists.expiry import I201, I202
from ppid_core.rules.lists.renewal import I101
from ppid_core.rules.lists.standard import I301, I302, I303
from ppid_core.rules.privacy.identifier import P101
from ppid_core.rules.privacy.trait import P102

CATALOGUE: tuple[Rule, ...] = (
    *(T101, T102, T103, T104, T105),
    *(D101, D102, D103, D104, D105),
    *(S101, S102, S103, S104),
    *(C101, C102, C103),
    *(C201, C202, C203, C204, C205, C206, C207, C208),
    *(C301, C302, C303, C304, C305, C306, C307, C308, C309, C310),
    *(C311, C312, C313, C314, C315, C316, C317),
    *(C401, C402, C403, C404),
    *(L101, L102, L103, L104, L105, L106, L107, L108, L901, L902, L903, L904, L905),
    *(M101, M102, M103, M104, M105, M106),
    *(I101, I102, I103),
    *(I201, I202, I203, I204, I205, I206, I207, I208, I209, I210),
    *(I301, I302, I303),
    *(B101, B102),
    *(K101, K102),
    *(P101, P102),
    *(Y101, Y102, Y103, Y104, Y105, Y106, Y107, Y108),
    *(W101, W102, W103),
)
"""Every rule of ours, in the order in which they are asked and told."""
