"""The example with its past: how did the shipped plans come about, commit by commit, and where can one walk in it?

The story is data (`story/*.yaml`): who committed when, with which words, and what stood in the plans *before*. It is
told backwards from the shipped plans, so that its end is always exactly those.
"""
