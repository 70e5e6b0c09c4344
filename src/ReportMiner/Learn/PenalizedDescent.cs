using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;

namespace ReportMiner.Learn;

/// <summary>Finds the lowest point of a loss with an L2 penalty by L-BFGS (Liu, Nocedal 1989) as MathNet.Numerics has it.</summary>
internal static class PenalizedDescent
{
    private const int Memory = 8;

    /// <param name="start">Where it begins, and what going away from is penalized.</param>
    /// <param name="free">How many of the last are not penalized.</param>
    /// <param name="loss">Gives the loss at a point, and adds its slopes.</param>
    /// <returns>The best point met.</returns>
    public static double[] Minimize(double[] start, int free, LogisticSettings settings, double tolerance, Func<double[], double[], double> loss)
    {
        var best = (Value: double.PositiveInfinity, Point: start);
        (double, Vector<double>) Penalized(Vector<double> at)
        {
            var point = ((DenseVector)at).Values;
            var slopes = new double[point.Length];
            var value = loss(point, slopes);
            for (var i = 0; i < point.Length - free; i++)
            {
                var step = point[i] - start[i];
                value += settings.Penalty / 2 * step * step;
                slopes[i] += settings.Penalty * step;
            }

            if (value < best.Value)
            {
                best = (value, (double[])point.Clone());
            }

            return (value, new DenseVector(slopes));
        }

        try
        {
            new LimitedMemoryBfgsMinimizer(tolerance, tolerance, tolerance, Memory, settings.Rounds)
                .FindMinimum(ObjectiveFunction.Gradient(Penalized), new DenseVector((double[])start.Clone()));
        }
        catch (OptimizationException)
        {
            // The steps are used up, or no step leads lower within the precision: the best point so far is taken.
        }

        return best.Point;
    }
}
