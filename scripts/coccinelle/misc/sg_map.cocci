// SPDX-License-Identifier: GPL-2.0-only
///
/// Do not map the data of a scatterlist by hand: its pages may be I/O memory,
/// which the CPU must not touch with plain loads and stores. Iterate, see
/// Documentation/core-api/sg-iter.rst.
///
//# A page is followed through variables and members, and through parameters of
//# functions, within one file and whatever the order of the statements. Memory
//# that the same driver put into the list is safe, but found here, too.
//
// Confidence: Moderate
// Options: --no-includes --include-headers

virtual context
virtual org
virtual report

@initialize:python@
@@
import re

# The variables and members that an expression mentions: "a->b[i]" is b of any
# structure in this file, "b[i]" is b of this function.
def places(file, function, text):
    text = re.sub(r'\s|\[[^][]*\]', '', re.sub(r'\w\s+(?=\w)', ' ', text))
    for name in re.findall(r'[A-Za-z_]\w*(?:(?:->|\.)\w+)*', text):
        part = re.split(r'->|\.', name)
        yield (file, function if len(part) == 1 else '', part[-1])

def keep(p, v, e):
    if not mapping.search(e):
        for place in places(p.file, p.current_element, v):
            pages.setdefault(place, 'variable' if place[1] else 'member')

def kind(name):
    if name.startswith(('kmap', 'vm')):
        return name
    if name.startswith(('mem', 'zero_', 'copy_', 'clear_')):
        return 'copy'
    return name

def tell(p, pattern):
    where = 'a macro' if p.current_element == 'something_else' else p.current_element + '()'
    text = 'scatterlist mapped by hand in %s: %s' % (where, pattern)
    if (p.file, p.line, p.column) in told:
        return
    told.add((p.file, p.line, p.column))
    say(p, text)

mapping = re.compile(r'\bkmap|page_address|_to_virt|\b__va\b|sg_virt')
told = set()
pages, maps, calls = {}, [], []
say = coccilib.report.print_report

@initialize:python depends on org@
@@
say = coccilib.org.print_todo

// --- the page is named where it is mapped ---

@star depends on context@
identifier map =~ "^(kmap(_atomic|_local_page)?(_prot)?|page_address|lowmem_page_address|page_to_virt|phys_to_virt|__va|(memcpy|memmove)(_to|_from)?_page|memset_page|memzero_page|zero_user(_segments?)?|(copy|clear)_highpage|vm(ap|_map_ram))$";
identifier source =~ "^(sg_page(_iter_page)?|scatterwalk_page|sg_phys)$";
@@
(
* map(..., <+... source(...) ...+>, ...)
|
* sg_virt(...)
|
* sg_miter_start(...)
|
* scsi_kmap_atomic_sg(...)
)

@direct depends on org || report@
identifier map =~ "^(kmap(_atomic|_local_page)?(_prot)?|page_address|lowmem_page_address|page_to_virt|phys_to_virt|__va|(memcpy|memmove)(_to|_from)?_page|memset_page|memzero_page|zero_user(_segments?)?|(copy|clear)_highpage|vm(ap|_map_ram))$";
identifier source =~ "^(sg_page(_iter_page)?|scatterwalk_page|sg_phys)$";
position p;
@@
map@p(..., <+... source(...) ...+>, ...)

@script:python@
p << direct.p;
map << direct.map;
@@
tell(p[0], kind(map))

@other depends on org || report@
identifier map =~ "^(sg_virt|sg_miter_start|scsi_kmap_atomic_sg)$";
position p;
@@
map@p(...)

@script:python@
p << other.p;
map << other.map;
@@
tell(p[0], map)

// --- the page comes from a variable, a member or a parameter ---

@assigned depends on org || report@
identifier source =~ "^(sg_page(_iter_page)?|scatterwalk_page)$";
expression v, e;
position p;
@@
v@p = \(<+... source(...) ...+>\&e\)

@script:python@
p << assigned.p;
v << assigned.v;
e << assigned.e;
@@
keep(p[0], v, e)

@declared depends on org || report@
identifier source =~ "^(sg_page(_iter_page)?|scatterwalk_page)$";
identifier v;
expression e;
type T;
position p;
@@
T v@p = \(<+... source(...) ...+>\&e\);

@script:python@
p << declared.p;
v << declared.v;
e << declared.e;
@@
keep(p[0], v, e)

@mapped depends on org || report@
identifier map =~ "^(kmap(_atomic|_local_page)?(_prot)?|page_address|lowmem_page_address|page_to_virt|(memcpy|memmove)(_to|_from)?_page|memset_page|memzero_page|zero_user(_segments?)?|(copy|clear)_highpage|vm(ap|_map_ram))$";
expression e;
position p;
@@
map@p(..., e, ...)

@script:python@
p << mapped.p;
map << mapped.map;
e << mapped.e;
@@
maps.append((p[0], map, e))

@taker depends on mapped@
identifier f, v;
parameter list[n] before;
position p;
@@
f@p(before, struct page *v, ...) { ... when any
}

@call@
identifier taker.f;
expression list[taker.n] before;
expression e;
position p;
@@
f@p(before, e, ...)

@script:python@
p << call.p;
f << taker.f;
v << taker.v;
e << call.e;
@@
calls.append((p[0], e, f, v))

@script:python depends on mapped@
@@
found = -1
while found < len(pages):
    found = len(pages)
    for p, e, f, v in calls:
        if 'sg_page' in e or any(place in pages for place in places(p.file, p.current_element, e)):
            pages.setdefault((p.file, f, v), 'parameter')
for p, name, e in maps:
    for place in places(p.file, p.current_element, e):
        if place in pages:
            tell(p, '%s of a %s' % (kind(name), pages[place]))
            break
pages, maps, calls = {}, [], []
