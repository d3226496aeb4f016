namespace SocialListening.Matching;

/// <summary>A query that was compiled against a term index.</summary>
internal abstract class QueryTest
{
    /// <summary>Whether it holds for the mention whose terms were found.</summary>
    public abstract bool Holds(MatchWorkspace work);

    /// <summary>Compiles a query.</summary>
    /// <param name="node">The query.</param>
    /// <param name="index">Where its terms are added.</param>
    /// <param name="terms">Gets the numbers of its terms.</param>
    public static QueryTest Compile(QueryNode node, TermIndex index, ISet<int> terms)
    {
        switch (node)
        {
            case TextTerm term:
                return new TermTest(Add(term));
            case FieldTerm field:
                return new FieldTest(field);
            case NearNode near:
                (int left, int right) = (Add(near.Left), Add(near.Right));
                index.NotePlaces(left);
                index.NotePlaces(right);
                return new NearTest(left, right, near.Distance);
            case NotNode not:
                return new NotTest(Compile(not.Child, index, terms));
            case AndNode and:
                return new AllTest(and.Children.Select(c => Compile(c, index, terms)).ToArray());
            case OrNode or:
                return new AnyTest(or.Children.Select(c => Compile(c, index, terms)).ToArray());
            default:
                throw new ArgumentException($"A query has no part {node.GetType().Name}.", nameof(node));
        }

        int Add(TextTerm term)
        {
            int id = index.Add(term);
            terms.Add(id);
            return id;
        }
    }

    private sealed class TermTest(int term) : QueryTest
    {
        public override bool Holds(MatchWorkspace work) => work.Has(term);
    }

    private sealed class NotTest(QueryTest child) : QueryTest
    {
        public override bool Holds(MatchWorkspace work) => !child.Holds(work);
    }

    private sealed class AllTest(QueryTest[] children) : QueryTest
    {
        public override bool Holds(MatchWorkspace work)
        {
            foreach (QueryTest child in children)
            {
                if (!child.Holds(work))
                {
                    return false;
                }
            }

            return true;
        }
    }

    private sealed class AnyTest(QueryTest[] children) : QueryTest
    {
        public override bool Holds(MatchWorkspace work)
        {
            foreach (QueryTest child in children)
            {
                if (child.Holds(work))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
