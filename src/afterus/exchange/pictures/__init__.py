"""Pictures as SVG text: numbers in, marks with class names out; the page gives the colours."""

from afterus.exchange.pictures.bars import Bar, bars
from afterus.exchange.pictures.columns import Column, columns
from afterus.exchange.pictures.curve import Curve, Mark, Point, curves

__all__ = ["Bar", "Column", "Curve", "Mark", "Point", "bars", "columns", "curves"]
